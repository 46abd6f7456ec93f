namespace PaymentBot.Benchmarks.Processes;

/// <summary>The settings of our bot as environment variables.</summary>
internal static class BotEnvironment
{
    /// <summary>With its state in one file.</summary>
    public static Dictionary<string, string> Sqlite(string standIn, string publicUrl, string file)
    {
        var settings = Common(standIn, publicUrl);
        settings["Storage__Provider"] = "Sqlite";
        settings["Storage__SqlitePath"] = file;
        return settings;
    }

    /// <summary>With its state in a storage account.</summary>
    public static Dictionary<string, string> Azure(string standIn, string publicUrl, string connectionString)
    {
        var settings = Common(standIn, publicUrl);
        settings["Storage__Provider"] = "AzureStorage";
        settings["AzureWebJobsStorage"] = connectionString;
        return settings;
    }

    private static Dictionary<string, string> Common(string standIn, string publicUrl) =>
        new(StringComparer.Ordinal)
        {
            ["Telegram__BotToken"] = BotWorld.BotToken,
            ["Telegram__ApiBaseUrl"] = standIn,
            ["Telegram__WebhookSecret"] = BotWorld.WebhookSecret,
            ["Erp__InboundKeys__0"] = BotWorld.ErpKey,
            ["Erp__OutboundKey"] = BotWorld.ErpKey,
            ["Erp__DecisionUrl"] = $"{standIn}/erp/decisions",
            ["Erp__TimeZone"] = "Europe/Moscow",
            ["Bot__PublicUrl"] = publicUrl,
            ["Bot__SigningKey"] = BotWorld.SigningKey,
        };
}

namespace PaymentBot.Testing;

/// <summary>Settings as a Function app has them. Nothing listens at any of the addresses.</summary>
internal static class HostedSettings
{
    public const string BotToken = "7000000001:AAhushhushhushhushhushhushhushhushhu";

    public const string WebhookSecret = "hush-webhook-secret-0123456789abcdef";

    /// <summary>An account on the discard port: whoever needs the storage fails at once.</summary>
    public const string NoStorage =
        "DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey=aHVzaC1hY2NvdW50LWtleQ==;BlobEndpoint=http://127.0.0.1:9/nobody;QueueEndpoint=http://127.0.0.1:9/nobody;TableEndpoint=http://127.0.0.1:9/nobody;";

    /// <summary>The settings by key, with <c>:</c> between the parts.</summary>
    public static Dictionary<string, string?> Create() =>
        new(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = NoStorage,
            ["Telegram:BotToken"] = BotToken,
            ["Telegram:ApiBaseUrl"] = "http://127.0.0.1:9",
            ["Telegram:WebhookSecret"] = WebhookSecret,
            ["Telegram:Updates"] = "Webhook",
            ["Erp:InboundKeys:0"] = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            ["Erp:OutboundKey"] = "whsec_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=",
            ["Erp:DecisionUrl"] = "http://127.0.0.1:9/decisions",
            ["Erp:TimeZone"] = "Europe/Moscow",
            ["Storage:Provider"] = "AzureStorage",
            ["Bot:PublicUrl"] = "https://bot.example.ru",
            ["Bot:SigningKey"] = Convert.ToBase64String(new byte[32]),
        };
}

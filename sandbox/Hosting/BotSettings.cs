using System.Globalization;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>All that the bot has to be told to live between the stand-ins.</summary>
/// <param name="Url">Where the bot listens, for example <c>http://127.0.0.1:5081</c>.</param>
/// <param name="SqlitePath">The file of its store; need not exist.</param>
internal sealed record BotSettings(
    string Url,
    string SqlitePath,
    TelegramStandIn Telegram,
    ErpStandIn Erp,
    ErpStandInOptions ErpKeys
)
{
    /// <summary>What setWebhook gets as secret_token.</summary>
    public const string WebhookSecret = "sandbox-webhook-secret-0123456789abcdef";

    private const string SigningKey = "c2FuZGJveC1zaWduaW5nLWtleS1vZi0zMi1ieXRlcyE=";

    public string WebhookUrl => $"{Url}/api/telegram/webhook";

    /// <summary>The settings by key, with <c>:</c> between the parts.</summary>
    public Dictionary<string, string?> ToConfiguration() =>
        new(StringComparer.Ordinal)
        {
            ["Telegram:BotToken"] = Telegram.BotToken,
            ["Telegram:ApiBaseUrl"] = Telegram.Address.ToString().TrimEnd('/'),
            ["Telegram:WebhookSecret"] = WebhookSecret,
            ["Telegram:Updates"] = "Webhook",
            ["Erp:InboundKeys:0"] = ErpKeys.InboundKey,
            ["Erp:OutboundKey"] = ErpKeys.OutboundKey,
            ["Erp:DecisionUrl"] = Erp.DecisionUrl.ToString(),
            ["Erp:TimeZone"] = "Europe/Moscow",
            ["Storage:Provider"] = "Sqlite",
            ["Storage:SqlitePath"] = SqlitePath,
            ["Bot:PublicUrl"] = Url,
            ["Bot:DefaultLanguage"] = "ru",
            ["Bot:SigningKey"] = SigningKey,
            ["Groups:treasury"] = SandboxPeople.TreasuryChatId.ToString(CultureInfo.InvariantCulture),
        };
}

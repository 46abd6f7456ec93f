using System.Globalization;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Google;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>All that the bot has to be told to live between the stand-ins.</summary>
/// <param name="Url">Where the bot listens, for example <c>http://127.0.0.1:5081</c>.</param>
/// <param name="SqlitePath">The file of its store; need not exist.</param>
/// <param name="Google">Null leaves sign-in off. The page that stands in for t.me is on the same server.</param>
internal sealed record BotSettings(
    string Url,
    string SqlitePath,
    TelegramStandIn Telegram,
    ErpStandIn Erp,
    ErpStandInOptions ErpKeys,
    GoogleStandIn? Google = null
)
{
    /// <summary>What setWebhook gets as secret_token.</summary>
    public const string WebhookSecret = "sandbox-webhook-secret-0123456789abcdef";

    private const string SigningKey = "c2FuZGJveC1zaWduaW5nLWtleS1vZi0zMi1ieXRlcyE=";

    private const string EncryptionKey = "c2FuZGJveC1lbmNyeXB0aW9uLWtleS0zMi1ieXRlcy4=";

    /// <summary>Laid over what is said here, by key with <c>:</c> between the parts: to try another identity provider, for example.</summary>
    public IReadOnlyDictionary<string, string?> Overrides { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    public string WebhookUrl => $"{Url}/api/telegram/webhook";

    /// <summary>The settings by key, with <c>:</c> between the parts.</summary>
    public Dictionary<string, string?> ToConfiguration()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Telegram:BotToken"] = Telegram.BotToken,
            ["Telegram:ApiBaseUrl"] = Telegram.Address.ToString().TrimEnd('/'),
            ["Telegram:WebhookSecret"] = WebhookSecret,
            ["Telegram:Updates"] = "Webhook",
            ["Erp:InboundKeys:0"] = ErpKeys.InboundKey,
            ["Erp:OutboundKey"] = ErpKeys.OutboundKey,
            ["Erp:Mode"] = Erp.Pulls ? "Pull" : "Push",
            ["Erp:TimeZone"] = "Europe/Moscow",
            ["Storage:Provider"] = "Sqlite",
            ["Storage:SqlitePath"] = SqlitePath,
            ["Bot:PublicUrl"] = Url,
            ["Bot:DefaultLanguage"] = "ru",
            ["Bot:SigningKey"] = SigningKey,
            ["Approvals:ConfirmAbove:RUB"] = "3000000",
            ["Groups:treasury"] = SandboxPeople.TreasuryChatId.ToString(CultureInfo.InvariantCulture),
            ["Groups:BinderRoles:0"] = SandboxPeople.Treasurer.Erp.Role,
        };
        if (!Erp.Pulls)
        {
            settings["Erp:DecisionUrl"] = Erp.DecisionUrl.ToString();
            settings["Erp:PeopleUrl"] = Erp.PeopleUrl.ToString();
        }

        if (Google is { } google)
        {
            AddSignIn(settings, google);
        }

        foreach (var (key, value) in Overrides)
        {
            settings[key] = value;
        }

        return settings;
    }

    private static void AddSignIn(Dictionary<string, string?> settings, GoogleStandIn google)
    {
        settings["Bot:EncryptionKey"] = EncryptionKey;
        settings["Telegram:LinkUrl"] = new Uri(google.Address, "/t.me").AbsoluteUri;
        settings["Google:ClientId"] = google.ClientId;
        settings["Google:ClientSecret"] = google.ClientSecret;
        settings["Google:AllowedDomains:0"] = SandboxPeople.Domain;
        settings["Google:AuthorizationUrl"] = google.AuthorizationUrl.AbsoluteUri;
        settings["Google:TokenUrl"] = google.TokenUrl.AbsoluteUri;
        settings["Google:CertificatesUrl"] = google.CertificatesUrl.AbsoluteUri;
        settings["Google:RevokeUrl"] = google.RevokeUrl.AbsoluteUri;
        settings["Google:Issuer"] = google.Issuer;
    }
}

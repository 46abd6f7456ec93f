using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Erp.Signatures;

namespace PaymentBot.Bot.Settings;

/// <summary>What the application is told, read once, validated, and in the types the code works with. The home around it adds what only a home needs to know.</summary>
public class BotSettings
{
    /// <summary>The section <c>Telegram</c>.</summary>
    public required TelegramSettings Telegram { get; init; }

    /// <summary>The section <c>Erp</c>.</summary>
    public required ErpSettings Erp { get; init; }

    /// <summary>The section <c>Bot</c>.</summary>
    public required BotSection Bot { get; init; }

    /// <summary>The section <c>Delivery</c>.</summary>
    public required DeliverySection Delivery { get; init; }

    /// <summary>The parsed section <c>Approvals</c>.</summary>
    public required ApprovalPolicy ApprovalPolicy { get; init; }

    /// <summary>The section <c>Google</c>.</summary>
    public required GoogleSettings Google { get; init; }

    /// <summary>The section <c>Groups</c>: places by key, compared without case.</summary>
    public required IReadOnlyDictionary<string, GroupPlace> Groups { get; init; }

    /// <summary><c>Groups__BinderRoles</c>: the ERP's roles that bind groups in Telegram; empty when nobody does.</summary>
    public required IReadOnlyList<string> BinderRoles { get; init; }

    /// <summary>The parsed <c>Erp__InboundKeys</c>.</summary>
    public required IReadOnlyList<WebhookKey> InboundKeys { get; init; }

    /// <summary>The parsed <c>Erp__TimeZone</c>.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The parsed <c>Bot__SigningKey</c>.</summary>
    public required byte[] SigningKey { get; init; }

    /// <summary>The parsed <c>Google__AllowedDomains</c>: lower case, A-labels.</summary>
    public required IReadOnlyList<string> AllowedDomains { get; init; }

    /// <summary>The parsed <c>Bot__EncryptionKey</c>, 32 bytes; null only where nobody signs in.</summary>
    public required byte[]? EncryptionKey { get; init; }

    /// <summary>The parsed <c>Bot__FormerEncryptionKey</c>, 32 bytes or null.</summary>
    public required byte[]? FormerEncryptionKey { get; init; }

    /// <summary>Whether people sign in with Google. Otherwise an operator links them by command line.</summary>
    public bool SignsIn => !string.IsNullOrEmpty(Google.ClientId);
}

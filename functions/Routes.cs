using PaymentBot.Bot.Settings;

namespace PaymentBot.Functions;

/// <summary>What the functions that are called by HTTP answer to, under <see cref="PublicPaths.Prefix" />: for the triggers, and for the listener of the other home.</summary>
internal static class Routes
{
    /// <summary>Updates of Telegram.</summary>
    public const string TelegramWebhook = PublicPaths.TelegramWebhookRoute;

    /// <summary>Where a sign-in begins.</summary>
    public const string OAuthStart = PublicPaths.OAuthStartRoute;

    /// <summary>Where Google sends browsers back to.</summary>
    public const string OAuthCallback = PublicPaths.OAuthCallbackRoute;

    /// <summary>Snapshots of the ERP.</summary>
    public const string ErpNotify = "erp/notify";

    /// <summary>People of the ERP.</summary>
    public const string ErpPeople = "erp/people";

    /// <summary>The contract.</summary>
    public const string ErpOpenApi = "erp/openapi.json";

    /// <summary>Decisions for an ERP that fetches them.</summary>
    public const string ErpDecisions = "erp/decisions";

    /// <summary>What became of them.</summary>
    public const string ErpDecisionsAck = "erp/decisions/ack";

    /// <summary>What the bot knows of one request.</summary>
    public const string ErpRequest = $"erp/requests/{{{Id}}}";

    /// <summary>The bytes of one file.</summary>
    public const string ErpAttachment = $"{ErpRequest}/attachments/{{{AttachmentId}}}";

    /// <summary>Whether the bot is ready.</summary>
    public const string Health = "health";

    private const string Id = "id";
    private const string AttachmentId = "attachmentId";

    /// <summary>The request that a call is about.</summary>
    /// <param name="request">A call of <see cref="ErpRequest" /> or what is under it.</param>
    public static string RequestId(this HttpRequest request) => (string)request.RouteValues[Id]!;

    /// <summary>The attachment that a call is about.</summary>
    /// <param name="request">A call of <see cref="ErpAttachment" />.</param>
    public static string RequestAttachmentId(this HttpRequest request) => (string)request.RouteValues[AttachmentId]!;
}

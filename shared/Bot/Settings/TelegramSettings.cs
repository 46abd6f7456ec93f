using System.ComponentModel.DataAnnotations;

namespace PaymentBot.Bot.Settings;

/// <summary>The section <c>Telegram</c>.</summary>
public sealed class TelegramSettings
{
    /// <summary>The token from BotFather.</summary>
    [Required(ErrorMessage = "Telegram__BotToken is missing: put the token that @BotFather gave you there.")]
    public string BotToken { get; set; } = string.Empty;

    /// <summary>Where the Bot API is.</summary>
    [Required(ErrorMessage = "Telegram__ApiBaseUrl must not be empty; leave the key out for https://api.telegram.org.")]
    [Url(ErrorMessage = "Telegram__ApiBaseUrl must be an absolute http or https address.")]
    public string ApiBaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>The base of links that open a chat with the bot.</summary>
    public string LinkUrl { get; set; } = "https://t.me";

    /// <summary>What Telegram sends along with every update, so that nobody else can.</summary>
    [RegularExpression(
        "^[A-Za-z0-9_-]{16,256}$",
        ErrorMessage = "Telegram__WebhookSecret must be 16 to 256 characters out of A-Z a-z 0-9 _ -."
    )]
    public string? WebhookSecret { get; set; }

    /// <summary>The proxy on the way to Telegram, and to nothing else.</summary>
    public string? Proxy { get; set; }

    /// <summary>The file with the public part, in PEM, of the self-signed certificate that Telegram has to trust for the webhook.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>How updates arrive.</summary>
    [EnumDataType(typeof(UpdatesMode), ErrorMessage = "Telegram__Updates must be Webhook or Polling.")]
    public UpdatesMode Updates { get; set; }
}

using System.ComponentModel.DataAnnotations;
using PaymentBot.Cards.Inline;

namespace PaymentBot.Bot.Settings;

/// <summary>The section <c>Bot</c>.</summary>
public sealed class BotSection
{
    /// <summary>Where the bot can be reached from outside; needed for a webhook.</summary>
    [Url(ErrorMessage = "Bot__PublicUrl must be an absolute http or https address.")]
    public string? PublicUrl { get; set; }

    /// <summary>The language of groups and of people whose own is unknown.</summary>
    [RegularExpression("^(ru|en)$", ErrorMessage = "Bot__DefaultLanguage must be ru or en.")]
    public string DefaultLanguage { get; set; } = "ru";

    /// <summary>Signs the buttons.</summary>
    [Required(ErrorMessage = "Bot__SigningKey is missing: 32 random bytes in base64 (openssl rand -base64 32).")]
    public string SigningKey { get; set; } = string.Empty;

    /// <summary>Encrypts Google's refresh tokens; needed for signing in.</summary>
    public string? EncryptionKey { get; set; }

    /// <summary>The key before, while <c>keys rotate</c> has not run.</summary>
    public string? FormerEncryptionKey { get; set; }

    /// <summary>The chat that is told when something needs an operator.</summary>
    public long? OperatorChatId { get; set; }

    /// <summary>The ERP's roles whose people may find and see every request.</summary>
    public string[] SeesAllRoles { get; set; } = [];

    /// <summary>How much a card may disclose that is sent from an inline query into some chat.</summary>
    public InlineDisclosure InlineDisclosure { get; set; }
}

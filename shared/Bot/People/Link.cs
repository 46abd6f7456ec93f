using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Erp.People;

namespace PaymentBot.Bot.People;

/// <summary>A Telegram account tied to an ERP person.</summary>
public sealed record Link
{
    /// <summary>The Telegram user, at most 52 bits, which is also the id of the private chat.</summary>
    public required long TelegramUserId { get; init; }

    /// <summary>The ERP person.</summary>
    public required ErpId ErpId { get; init; }

    /// <summary>When the link was made.</summary>
    public required DateTimeOffset LinkedAt { get; init; }

    /// <summary>When the account was last proven to be the person's; the daily check of the Google account renews it.</summary>
    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>The mailbox the person signed in with, as <see cref="EmailAddress.Value"/>, or null for a link made by an operator.</summary>
    public string? Email { get; init; }

    /// <summary>The ERP's name of the person when the link was made, or null for a link made by an operator.</summary>
    public string? Name { get; init; }

    /// <summary>Google's refresh token, bound to <see cref="SealedFor"/>, or null when there is none.</summary>
    public SealedSecret? RefreshToken { get; init; }

    /// <summary>The language Telegram reported for the user, such as <c>ru</c> or <c>en-GB</c>, or null while unknown.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>What the person has chosen in the settings.</summary>
    public LinkPreferences Preferences { get; init; } = LinkPreferences.None;

    /// <summary>The language to speak to the person, as an IETF tag: the chosen one, else Telegram's; null while unknown.</summary>
    public string? LanguageTag => Preferences.Language ?? LanguageCode;

    /// <summary>Why the bot cannot write to the person, or null while nothing speaks against it.</summary>
    public UnreachableReason? Unreachable { get; init; }

    /// <summary>What the refresh token in this link is bound to.</summary>
    public string SealedFor => string.Create(CultureInfo.InvariantCulture, $"link:{TelegramUserId}:{ErpId.Value}");
}

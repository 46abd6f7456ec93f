using PaymentBot.Approvals;
using PaymentBot.Erp.People;
using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>A sign-in on its way, from the button in Telegram to the code that comes back. Of its secrets it holds hashes only.</summary>
public sealed record LoginTicket
{
    /// <summary>The identity: SHA-256 of the ticket text, 43 characters of base64url. Not a secret, but personal.</summary>
    public required string Key { get; init; }

    /// <summary>Who asked to sign in.</summary>
    public required TelegramAccount Account { get; init; }

    /// <summary>When the button was made.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The first instant at which the ticket is no longer good.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How far it has come.</summary>
    public required LoginStage Stage { get; init; }

    /// <summary>The payload of the link that the user came by and could not follow before signing in, at most 64 of <c>A-Za-z0-9_-</c>; null when they came by none.</summary>
    public string? Sought { get; init; }

    /// <summary>The mailbox Google vouched for; null until proven.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>The ERP person of that mailbox; null until proven.</summary>
    public ErpId? ErpId { get; init; }

    /// <summary>The ERP's name of that person; null until proven.</summary>
    public string? PersonName { get; init; }

    /// <summary>Google's refresh token, bound to <see cref="SealedFor"/>; null until proven, when Google gave none, and once used or dead.</summary>
    public SealedSecret? RefreshToken { get; init; }

    /// <summary>The first instant at which the one-time code is no longer good; null until proven.</summary>
    public DateTimeOffset? CodeExpiresAt { get; init; }

    /// <summary>What the refresh token in this ticket is bound to.</summary>
    public string SealedFor => $"ticket:{Key}";

    /// <summary>SHA-256 of the bound browser's secret in base64url; null until started.</summary>
    internal string? BrowserHash { get; init; }

    /// <summary>SHA-256 of the one-time code in base64url; null until proven.</summary>
    internal string? CodeHash { get; init; }
}

/// <summary>How far a sign-in has come. A stage only ever changes to a later one.</summary>
public enum LoginStage
{
    /// <summary>The button was sent to the Telegram user.</summary>
    Issued,

    /// <summary>A browser opened it and is bound to it.</summary>
    Started,

    /// <summary>Google vouched for the mailbox; the one-time code is out.</summary>
    Proven,

    /// <summary>The code came back and was spent.</summary>
    Used,

    /// <summary>It ended without a link: stolen, denied, or replaced by a newer ticket of the same user.</summary>
    Dead,
}

/// <summary>Whose mailbox a browser proved to own.</summary>
/// <param name="Email">The mailbox.</param>
/// <param name="ErpId">The ERP person it belongs to.</param>
/// <param name="PersonName">The ERP's name of that person.</param>
/// <param name="RefreshToken">Google's refresh token, bound to <see cref="LoginTicket.SealedFor"/> of the ticket, or null when Google gave none.</param>
public sealed record ProvenMailbox(EmailAddress Email, ErpId ErpId, string PersonName, SealedSecret? RefreshToken);

/// <summary>A Telegram account as its owner presents it: every text is the owner's own choice and proves nothing.</summary>
/// <param name="UserId">The Telegram user, at most 52 bits, which is also the id of the private chat.</param>
/// <param name="FirstName">The first name, which may be any text.</param>
/// <param name="LastName">The last name, or null.</param>
/// <param name="Username">The name without <c>@</c>, unique in Telegram, or null.</param>
/// <param name="LanguageCode">The language of the app, such as <c>ru</c> or <c>en-GB</c>, or null.</param>
public sealed record TelegramAccount(
    long UserId,
    string FirstName,
    string? LastName,
    string? Username,
    string? LanguageCode
)
{
    /// <summary>First and last name, not escaped for any markup.</summary>
    public string DisplayName => string.IsNullOrWhiteSpace(LastName) ? FirstName : $"{FirstName} {LastName}";
}

/// <summary>A ticket as it lies in the store.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Entity">As it was read.</param>
public sealed record StoredTicket(LoginTicket Ticket, TableEntity Entity);

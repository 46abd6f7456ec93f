using PaymentBot.Approvals;
using PaymentBot.Erp.People;

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

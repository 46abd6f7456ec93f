using PaymentBot.Approvals;

namespace PaymentBot.Identity;

/// <summary>A Telegram account tied to an ERP person.</summary>
public sealed record Link
{
    /// <summary>The Telegram user, at most 52 bits, which is also the id of the private chat.</summary>
    public required long TelegramUserId { get; init; }

    /// <summary>The ERP person.</summary>
    public required ErpId ErpId { get; init; }

    /// <summary>When the link was made.</summary>
    public required DateTimeOffset LinkedAt { get; init; }

    /// <summary>When the account was last proven to be the person's.</summary>
    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>The language Telegram reported for the user, such as <c>ru</c> or <c>en-GB</c>, or null while unknown.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>Whether the bot can write to the person.</summary>
    public Reachability Reachability { get; init; }
}

namespace PaymentBot.Erp.Answers;

/// <summary>Where the card of one recipient stands.</summary>
public sealed record DeliveryEntry
{
    /// <summary>The person's ERP identity, or the key of the group.</summary>
    public required string Recipient { get; init; }

    /// <summary>Person or group.</summary>
    public required RecipientKind Kind { get; init; }

    /// <summary>How far the card has come.</summary>
    public required DeliveryEntryState State { get; init; }

    /// <summary>The revision that the recipient sees, or null when none yet.</summary>
    public long? Revision { get; init; }

    /// <summary>What went wrong last, as a short code, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Why a person cannot be reached, or null when they can, or for a group.</summary>
    public UnreachableReason? Reason { get; init; }

    /// <summary>When this entry last changed, or null when nothing was tried yet.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

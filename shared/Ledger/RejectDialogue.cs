namespace PaymentBot.Ledger;

/// <summary>A rejection somebody has begun and not finished.</summary>
public sealed record RejectDialogue
{
    /// <summary>Who rejects.</summary>
    public required long TelegramUserId { get; init; }

    /// <summary>What is rejected.</summary>
    public required RequestKey Request { get; init; }

    /// <summary>The revision on the card it was begun from.</summary>
    public required long Revision { get; init; }

    /// <summary>Whether the reason is awaited as text; otherwise the quick reasons are offered.</summary>
    public bool Writing { get; init; }

    /// <summary>The bot's question, or null while it was not sent.</summary>
    public long? PromptMessageId { get; init; }

    /// <summary>From when on the dialogue counts as left.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

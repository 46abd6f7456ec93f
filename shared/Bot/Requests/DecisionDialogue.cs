using PaymentBot.Cards;

namespace PaymentBot.Bot.Requests;

/// <summary>A decision somebody has begun and not finished.</summary>
public sealed record DecisionDialogue
{
    /// <summary>Who decides.</summary>
    public required long TelegramUserId { get; init; }

    /// <summary>What is decided on.</summary>
    public required RequestKey Request { get; init; }

    /// <summary>The revision on the card it was begun from.</summary>
    public required long Revision { get; init; }

    /// <summary>What is asked.</summary>
    public required CardDialogue Kind { get; init; }

    /// <summary>What was written before the question, or null; only with <see cref="CardDialogue.Confirming"/>.</summary>
    public string? Comment { get; init; }

    /// <summary>The bot's question, null while it was not sent, 0 when nothing is asked any more.</summary>
    public long? PromptMessageId { get; init; }

    /// <summary>From when on the dialogue counts as left.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whether a text is awaited.</summary>
    public bool AwaitsText => Kind is CardDialogue.WritingReason or CardDialogue.WritingComment;
}

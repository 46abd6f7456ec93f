using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Answers an inline query, within 10 seconds.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#answerinlinequery.</remarks>
public sealed record AnswerInlineQuery
{
    /// <summary>The most results of one answer.</summary>
    public const int MaxResults = 50;

    /// <summary>The longest <see cref="NextOffset"/>, in bytes.</summary>
    public const int MaxOffsetBytes = 64;

    /// <summary>From <see cref="InlineQuery"/>.</summary>
    public required string InlineQueryId { get; init; }

    /// <summary>At most 50, each with its own id.</summary>
    public required IReadOnlyList<InlineQueryResultArticle> Results { get; init; }

    /// <summary>Seconds for which Telegram may give the same answer again; null means 300.</summary>
    public int? CacheTime { get; init; }

    /// <summary>True when the answer is for this user alone; otherwise Telegram may show it to others who type the same.</summary>
    public bool? IsPersonal { get; init; }

    /// <summary>What the next query of a scrolling user brings as offset, at most 64 bytes; null or empty at the end.</summary>
    public string? NextOffset { get; init; }

    /// <summary>A button above the results.</summary>
    public InlineQueryResultsButton? Button { get; init; }
}

namespace PaymentBot.Bot.Telegram.Types;

/// <summary>Someone sent one of the bot's inline results.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#choseninlineresult.</remarks>
public sealed record ChosenInlineResult
{
    /// <summary>The result's identity, as the bot gave it.</summary>
    public required string ResultId { get; init; }

    /// <summary>Who sent it.</summary>
    public required User From { get; init; }

    /// <summary>For later edits; null when the result had no inline keyboard.</summary>
    public string? InlineMessageId { get; init; }

    /// <summary>What had been typed.</summary>
    public string? Query { get; init; }
}

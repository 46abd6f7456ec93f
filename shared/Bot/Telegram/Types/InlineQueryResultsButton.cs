namespace PaymentBot.Bot.Telegram.Types;

/// <summary>A button above inline results that opens the private chat and sends <c>/start</c> with a parameter.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#inlinequeryresultsbutton.</remarks>
public sealed record InlineQueryResultsButton
{
    /// <summary>The label.</summary>
    public required string Text { get; init; }

    /// <summary>1 to 64 characters out of <c>A-Z a-z 0-9 _ -</c>.</summary>
    public required string StartParameter { get; init; }
}

namespace PaymentBot.Bot.Telegram.Types;

/// <summary>What the bot's profile shows.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#botshortdescription.</remarks>
public sealed record BotShortDescription
{
    /// <summary>The text; empty when none is set.</summary>
    public required string ShortDescription { get; init; }
}

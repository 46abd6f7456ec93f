namespace PaymentBot.Bot.Telegram.Types;

/// <summary>What an empty chat with the bot shows.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#botdescription.</remarks>
public sealed record BotDescription
{
    /// <summary>The text; empty when none is set.</summary>
    public required string Description { get; init; }
}

namespace PaymentBot.Bot.Telegram.Types;

/// <summary>An entry of the command menu.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#botcommand.</remarks>
public sealed record BotCommand
{
    /// <summary>1 to 32 of <c>a-z 0-9 _</c>, without the slash.</summary>
    public required string Command { get; init; }

    /// <summary>1 to 256 characters.</summary>
    public required string Description { get; init; }
}

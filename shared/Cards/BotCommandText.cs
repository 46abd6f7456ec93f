namespace PaymentBot.Cards;

/// <summary>A command of the bot with its description in one language.</summary>
/// <param name="Command">1 to 32 of <c>a-z0-9_</c>, without the slash.</param>
/// <param name="Description">1 to 256 characters.</param>
public sealed record BotCommandText(string Command, string Description);

namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>The request of a method without parameters: an empty object.</summary>
internal readonly record struct NoParameters;

namespace PaymentBot.Bot.Delivery;

/// <summary>The chat that is told when something needs an operator.</summary>
/// <param name="ChatId">The chat, or null when there is none.</param>
public sealed record OperatorChat(long? ChatId);

using PaymentBot.Cards;

namespace PaymentBot.Delivery.Composition;

/// <summary>The chat a card is for.</summary>
/// <param name="ChatId">The chat.</param>
/// <param name="Language">What its readers read.</param>
/// <param name="Linked">False when the chat no longer belongs to the person: the card loses its buttons.</param>
public sealed record CardTarget(long ChatId, Language Language, bool Linked = true);

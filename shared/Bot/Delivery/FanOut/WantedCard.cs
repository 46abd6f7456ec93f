using PaymentBot.Bot.Delivery.Recipients;

namespace PaymentBot.Bot.Delivery.FanOut;

/// <summary>A card that has to be sent or edited.</summary>
/// <param name="Row">Its row as it will be, without the reservation.</param>
/// <param name="Stored">The row as it is stored, or null for a new one.</param>
/// <param name="ChatId">The chat.</param>
/// <param name="Weight">How many messages go.</param>
/// <param name="NotBefore">No earlier than this, or null.</param>
internal sealed record WantedCard(CardRow Row, StoredCard? Stored, long ChatId, int Weight, DateTimeOffset? NotBefore);

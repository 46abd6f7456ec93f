using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>A card row as it lies in the store.</summary>
/// <param name="Row">The row.</param>
/// <param name="Entity">As it was read or written.</param>
/// <param name="ETag">The version that was read or written.</param>
public sealed record StoredCard(CardRow Row, TableEntity Entity, string ETag);

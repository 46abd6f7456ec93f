using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>A link as it lies in the store.</summary>
/// <param name="Link">The link.</param>
/// <param name="Entity">As it was read.</param>
/// <param name="ETag">The version that was read.</param>
public sealed record StoredLink(Link Link, TableEntity Entity, string ETag);

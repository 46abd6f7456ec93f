using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>A ticket as it lies in the store.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Entity">As it was read.</param>
/// <param name="ETag">The version that was read.</param>
public sealed record StoredTicket(LoginTicket Ticket, TableEntity Entity, string ETag);

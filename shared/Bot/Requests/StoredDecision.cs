using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>A decision as it lies in the store.</summary>
/// <param name="Key">The request it belongs to.</param>
/// <param name="RowKey">Its row among the decisions of the request.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Entity">As it was read or written.</param>
/// <param name="ETag">The version that was read or written.</param>
public sealed record StoredDecision(RequestKey Key, string RowKey, Decision Decision, TableEntity Entity, string ETag);

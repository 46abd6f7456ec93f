using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>A decision that waits for the ERP to fetch it.</summary>
/// <param name="Place">Its place in the order in which decisions are handed out; compared by code unit.</param>
/// <param name="Key">The request.</param>
/// <param name="RowKey">The decision's row, as <see cref="StoredDecision.RowKey"/> has it.</param>
/// <param name="DecisionId">The decision.</param>
/// <param name="Entity">As it was read.</param>
public sealed record OutboxEntry(string Place, RequestKey Key, string RowKey, string DecisionId, TableEntity Entity)
{
    /// <summary>Whether it has been handed out from this place.</summary>
    public bool Handed => Entity.GetBoolean("Handed") == true;
}

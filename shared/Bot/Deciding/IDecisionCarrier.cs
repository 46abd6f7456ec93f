using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Deciding;

/// <summary>Brings a decision on its way to the ERP: posts it, or lays it ready to be fetched (<c>Erp__Mode</c>).</summary>
public interface IDecisionCarrier
{
    /// <summary>Brings one decision on its way. Doing it again does no harm: the ERP applies a decision once.</summary>
    /// <param name="job">The job it came with.</param>
    /// <param name="stored">The decision, not settled yet.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="StorageException">The store failed; doing it again is safe.</exception>
    Task CarryAsync(DecisionJob job, StoredDecision stored, CancellationToken cancellationToken);
}

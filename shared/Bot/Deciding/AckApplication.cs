using PaymentBot.Approvals;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Deciding;

/// <summary>Takes one acknowledgement: the same that is done with the answer to a posted decision. Doing it again changes nothing.</summary>
/// <param name="decisions">The decisions.</param>
/// <param name="outbox">Those that wait.</param>
/// <param name="settlement">Writes the outcome.</param>
/// <param name="jobs">The queues.</param>
public sealed class AckApplication(
    DecisionStore decisions,
    DecisionOutbox outbox,
    DecisionSettlement settlement,
    JobSender jobs
)
{
    /// <summary>Takes it.</summary>
    /// <param name="entry">Where the decision is.</param>
    /// <param name="answer">What the ERP says of it.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="StorageException">The store failed; doing it again is safe.</exception>
    public async Task TakeAsync(OutboxEntry entry, DecisionAnswer answer, CancellationToken cancellationToken)
    {
        var isTaken = false;
        while (!isTaken)
        {
            var stored = await decisions.GetAsync(entry.Key, entry.RowKey, cancellationToken);
            isTaken =
                stored is null
                || !string.Equals(stored.Decision.Id, entry.DecisionId, StringComparison.Ordinal)
                || await SettleAsync(stored, answer, cancellationToken);
        }

        await outbox.RemoveAsync(entry.Place, cancellationToken);
    }

    /// <summary>Settles a decision that is not yet; one given up after 24 hours too, for the ERP's word counts whenever it comes.</summary>
    /// <returns>Whether nothing is left to do; false when the decision has to be read anew.</returns>
    private async Task<bool> SettleAsync(
        StoredDecision stored,
        DecisionAnswer answer,
        CancellationToken cancellationToken
    )
    {
        if (stored.Decision.State is DecisionState.Confirmed or DecisionState.Refused)
        {
            // The same again. The first time may have ended before the cards were set going.
            await jobs.NotifyAsync(stored.Key, cancellationToken);
            return true;
        }

        return answer switch
        {
            DecisionAnswer.Applied applied => await settlement.ConfirmAsync(stored, applied, cancellationToken),
            DecisionAnswer.Refused refused => await settlement.RefuseAsync(stored, refused, cancellationToken),
            _ => throw new InvalidOperationException("An acknowledgement is applied or refused."),
        };
    }
}

using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Deciding;

/// <summary>Lays decisions ready for the ERP to fetch.</summary>
/// <param name="outbox">Where they wait.</param>
/// <param name="signal">Wakes the calls that wait in this process.</param>
/// <param name="jobs">The queues.</param>
public sealed class DecisionPull(DecisionOutbox outbox, DecisionSignal signal, JobSender jobs) : IDecisionCarrier
{
    /// <inheritdoc />
    public async Task CarryAsync(DecisionJob job, StoredDecision stored, CancellationToken cancellationToken)
    {
        var isNew = await outbox.AddAsync(stored.Key, stored.RowKey, stored.Decision.Id, cancellationToken);
        signal.Raise();
        if (isNew)
        {
            // It comes once more: by then the ERP has settled the decision, or everybody's card says that it is on its way.
            await jobs.SubmitAsync(job, SubmissionSchedule.Noticeable, cancellationToken);
            return;
        }

        await jobs.NotifyAsync(stored.Key, cancellationToken);
    }
}

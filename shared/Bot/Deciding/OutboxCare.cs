using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Settings;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Deciding;

/// <summary>
/// Looks after the decisions that wait to be fetched. Those that nobody acknowledged within 24 hours are given up, as those that could not be posted are, and operators
/// are told when nobody fetches. Where decisions are posted again, those still waiting go back into the queue.
/// </summary>
/// <param name="outbox">The decisions that wait.</param>
/// <param name="decisions">The decisions themselves.</param>
/// <param name="settlement">Writes the outcome.</param>
/// <param name="jobs">The queues.</param>
/// <param name="silence">Tells operators.</param>
/// <param name="settings">The mode.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class OutboxCare(
    DecisionOutbox outbox,
    DecisionStore decisions,
    DecisionSettlement settlement,
    JobSender jobs,
    ErpSilence silence,
    BotSettings settings,
    TimeProvider timeProvider
)
{
    /// <summary>After this long operators hear that nobody fetches.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    /// <summary>Looks at all that wait.</summary>
    /// <param name="cancellationToken">Ends the work; the next run goes on.</param>
    /// <exception cref="StorageException">The store failed; running again is safe.</exception>
    public Task RunAsync(CancellationToken cancellationToken) =>
        settings.Erp.Mode == ErpMode.Pull ? CheckAsync(cancellationToken) : ReturnAsync(cancellationToken);

    /// <summary>The mode was changed from Pull to Push: what waits is posted.</summary>
    /// <param name="cancellationToken">Ends the work; the next run goes on.</param>
    /// <exception cref="StorageException">The store failed; running again is safe.</exception>
    private async Task ReturnAsync(CancellationToken cancellationToken)
    {
        await foreach (var entry in outbox.ListAsync(cancellationToken))
        {
            var job = new DecisionJob(entry.Key.Value, entry.RowKey, entry.DecisionId);
            await jobs.SubmitAsync(job, TimeSpan.Zero, cancellationToken);
            await outbox.RemoveAsync(entry.Place, cancellationToken);
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var late = 0;
        await foreach (var entry in outbox.ListAsync(cancellationToken))
        {
            late += await CheckAsync(entry, cancellationToken) ? 1 : 0;
        }

        await silence.NoteAsync(late, cancellationToken);
    }

    /// <summary>Looks at one decision.</summary>
    /// <returns>Whether it waits too long.</returns>
    private async Task<bool> CheckAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var stored = await decisions.GetAsync(entry.Key, entry.RowKey, cancellationToken);
        if (
            stored is not { Decision.InFlight: true }
            || !string.Equals(stored.Decision.Id, entry.DecisionId, StringComparison.Ordinal)
        )
        {
            await outbox.RemoveAsync(entry.Place, cancellationToken);
            return false;
        }

        var age = timeProvider.GetUtcNow() - stored.Decision.DecidedAt;
        if (age < SubmissionSchedule.Patience)
        {
            return age >= Silence;
        }

        await settlement.FailAsync(stored, null, "nobody acknowledged it in time", cancellationToken);
        await outbox.RemoveAsync(entry.Place, cancellationToken);
        return true;
    }
}

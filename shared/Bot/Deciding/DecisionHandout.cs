using PaymentBot.Approvals;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Deciding;

/// <summary>
/// Hands out the decisions that wait. With a cursor only what is younger, and what came in late, behind those already handed out: it gets a new place. Whatever is
/// not acknowledged comes again to a caller without a cursor.
/// </summary>
/// <param name="outbox">The decisions that wait.</param>
/// <param name="decisions">The decisions themselves.</param>
/// <param name="jobs">The queues.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class DecisionHandout(
    DecisionOutbox outbox,
    DecisionStore decisions,
    JobSender jobs,
    TimeProvider timeProvider
)
{
    /// <summary>Looks once. Costs one query, and where something is handed out for the first time one read and two writes for each.</summary>
    /// <param name="after">The place after which they are wanted, or null for all that are not acknowledged.</param>
    /// <param name="limit">The most decisions wanted, 1 to 100.</param>
    /// <param name="cancellationToken">Ends the work; what was handed out comes again.</param>
    /// <returns>The decisions, or null when there are none.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async Task<HandedDecisions?> TakeAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        var handed = new SortedDictionary<string, Decision>(StringComparer.Ordinal);
        await foreach (var entry in outbox.ListAsync(cancellationToken))
        {
            var isYounger = string.CompareOrdinal(entry.Place, after) > 0;
            if ((isYounger || !entry.Handed) && await HandAsync(entry, cancellationToken) is { } decision)
            {
                var place = isYounger
                    ? entry.Place
                    : (await outbox.MoveBehindAsync(entry, after!, cancellationToken)).Place;
                handed[place] = decision;
            }

            if (handed.Count == limit)
            {
                break;
            }
        }

        return handed.Count == 0 ? null : new HandedDecisions(handed.Keys.Last(), [.. handed.Values]);
    }

    /// <summary>Whether a place was ever laid ready here. A cursor of another store, or of this one before it was restored, could hide decisions.</summary>
    /// <param name="place">The place that a cursor names.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<bool> IsKnownAsync(string place, CancellationToken cancellationToken) =>
        await outbox.FindAsync(DecisionOutbox.DecisionAt(place)!, cancellationToken) is not null;

    /// <summary>Marks a decision as handed out.</summary>
    /// <returns>The decision, or null when it is settled and only its place was left behind.</returns>
    private async Task<Decision?> HandAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var stored = await decisions.GetAsync(entry.Key, entry.RowKey, cancellationToken);
        if (
            stored is not { Decision.InFlight: true }
            || !string.Equals(stored.Decision.Id, entry.DecisionId, StringComparison.Ordinal)
        )
        {
            await outbox.RemoveAsync(entry.Place, cancellationToken);
            return null;
        }

        if (stored.Decision.State == DecisionState.Decided)
        {
            await MarkSentAsync(stored, cancellationToken);
        }

        if (!entry.Handed)
        {
            await outbox.MarkHandedAsync(entry, cancellationToken);
        }

        return stored.Decision;
    }

    /// <summary>Somebody who was faster has handed out or settled it; the ERP takes it once all the same.</summary>
    private async Task MarkSentAsync(StoredDecision stored, CancellationToken cancellationToken)
    {
        var sent = stored.Decision with { State = DecisionState.Sent, Attempts = stored.Decision.Attempts + 1 };
        var isMine = await decisions.UpdateAsync(stored, sent, cancellationToken) is not null;
        if (isMine && timeProvider.GetUtcNow() - sent.DecidedAt > SubmissionSchedule.Noticeable)
        {
            // The cards have said for a while that it is about to be handed over.
            await jobs.NotifyAsync(stored.Key, cancellationToken);
        }
    }
}

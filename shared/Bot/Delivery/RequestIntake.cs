using PaymentBot.Approvals;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Delivery;

/// <summary>Takes a snapshot in: stores it if it is newer, and sets the cards going.</summary>
/// <param name="requests">The snapshots.</param>
/// <param name="jobs">The queues.</param>
public sealed class RequestIntake(RequestStore requests, JobSender jobs)
{
    /// <summary>Takes a snapshot in. The very same one again is taken in again: it costs one look at each card and sends nothing.</summary>
    /// <param name="request">The snapshot.</param>
    /// <param name="contentHash">Its content hash.</param>
    /// <param name="cancellationToken">Ends the wait; taking it in again is safe.</param>
    /// <exception cref="Storage.StorageException">The store failed; taking it in again is safe.</exception>
    public async ValueTask<SaveOutcome> TakeAsync(
        PaymentRequest request,
        string contentHash,
        CancellationToken cancellationToken
    )
    {
        var outcome = await requests.SaveAsync(request, contentHash, cancellationToken);
        if (outcome is SaveOutcome.Stored or SaveOutcome.Unchanged)
        {
            await jobs.NotifyAsync(RequestKey.Of(request.Id), cancellationToken);
        }

        return outcome;
    }
}

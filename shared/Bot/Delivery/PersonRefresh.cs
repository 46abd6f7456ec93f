using PaymentBot.Approvals;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Delivery;

/// <summary>Looks again at every open request of a person whose link or reachability changed.</summary>
/// <param name="pending">The inboxes.</param>
/// <param name="jobs">The queues.</param>
public sealed class PersonRefresh(PendingStore pending, JobSender jobs)
{
    /// <summary>Sets the cards of a person's open requests going.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <returns>How many requests are looked at.</returns>
    /// <exception cref="Storage.StorageException">The store failed; doing it again is safe.</exception>
    public async ValueTask<int> RefreshAsync(ErpId person, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var key in pending.ListAsync(person, cancellationToken))
        {
            await jobs.NotifyAsync(key, cancellationToken);
            count++;
        }

        return count;
    }
}

using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>Reads what the cards of one request have in common.</summary>
/// <param name="requests">The snapshots.</param>
/// <param name="decisions">The decisions.</param>
/// <param name="files">The files.</param>
public sealed class RequestStateReader(RequestStore requests, DecisionStore decisions, FileStore files)
{
    /// <summary>Reads the state of a request: one row, the rows of its decisions, and one row per attachment.</summary>
    /// <param name="key">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state, or null when there is no such request.</returns>
    /// <exception cref="Storage.StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<RequestState?> ReadAsync(RequestKey key, CancellationToken cancellationToken)
    {
        if (await requests.GetAsync(key, cancellationToken) is not { } stored)
        {
            return null;
        }

        var made = (await decisions.ListAsync(key, cancellationToken)).Select(row => row.Decision).ToList();
        var told = made.Where(decision => IsTold(decision, stored)).OrderBy(decision => decision.DecidedAt).ToList();
        var attachments = await files.SortAsync(stored.Request.Attachments, cancellationToken);
        return new RequestState(stored, told, attachments.Available, attachments.Missing)
        {
            Deciders =
            [
                .. made.Where(decision => decision.State == DecisionState.Confirmed)
                    .Select(decision => decision.Approver.ErpId)
                    .Distinct(),
            ],
        };
    }

    /// <summary>
    /// A decision on an older revision is history once the snapshot tells of it, unless it is an approval that still counts. One still in flight is told always;
    /// a refusal is told as long as its stage is still to be decided.
    /// </summary>
    private static bool IsTold(Decision decision, StoredRequest stored) =>
        decision.InFlight
        || decision.Revision == stored.Request.Revision
        || (
            decision.State == DecisionState.Confirmed
                ? decision.Revision >= stored.Since.Content
                : decision.Stage == stored.Request.CurrentStage?.Number
        );
}

using PaymentBot.Approvals;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Inbox;

/// <summary>Finds what waits for a person's decision now: judged by the same rule as a tap on Reject, which whoever may not approve may still do, so nothing is listed that could not be decided.</summary>
/// <param name="pending">The inboxes.</param>
/// <param name="requests">The snapshots.</param>
/// <param name="claims">Judges who may decide.</param>
public sealed class PendingInbox(PendingStore pending, RequestStore requests, DecisionClaims claims)
{
    /// <summary>So many requests of an inbox are looked at; nobody turns that many pages.</summary>
    private const int MaxRead = 300;

    private const int AtOnce = 20;

    /// <summary>Reads what waits, the earliest due first, then the oldest.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StorageException">The store failed; reading again is safe.</exception>
    public async Task<WaitingRequests> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        List<RequestKey> keys = [];
        await foreach (var key in pending.ListAsync(actor.ErpId, cancellationToken))
        {
            keys.Add(key);
            if (keys.Count > MaxRead)
            {
                break;
            }
        }

        List<StoredRequest> waiting = [];
        foreach (var chunk in keys.Take(MaxRead).Chunk(AtOnce))
        {
            var read = await Task.WhenAll(chunk.Select(key => ReadAsync(actor, key, cancellationToken)));
            waiting.AddRange(read.OfType<StoredRequest>());
        }

        return new WaitingRequests(
            [.. waiting.OrderBy(DueOf).ThenBy(DateOf).ThenBy(NumberOf, StringComparer.Ordinal)],
            keys.Count > MaxRead
        );
    }

    private static DateTimeOffset DueOf(StoredRequest stored) =>
        stored.Request.CurrentStage?.Due ?? DateTimeOffset.MaxValue;

    private static DateTimeOffset DateOf(StoredRequest stored) => stored.Request.Date;

    private static string NumberOf(StoredRequest stored) => stored.Request.Number;

    private async Task<StoredRequest?> ReadAsync(Actor actor, RequestKey key, CancellationToken cancellationToken)
    {
        if (await requests.GetAsync(key, cancellationToken) is not { } stored || !stored.Request.IsTurnOf(actor.ErpId))
        {
            return null;
        }

        var judgement = await claims.JudgeAsync(
            actor,
            key,
            stored.Request.Revision,
            DecisionKind.Reject,
            cancellationToken
        );
        return judgement is { Verdict: DecisionVerdict.Allowed } allowed ? allowed.Stored : null;
    }
}

using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Delivery.FanOut;

/// <summary>Keeps what waits for each person, and what each group lacks.</summary>
/// <param name="pending">The inboxes of people.</param>
/// <param name="backlog">The cards that groups lack.</param>
public sealed class CardInboxes(PendingStore pending, GroupBacklog backlog)
{
    /// <summary>Notes or forgets what the card of one recipient means for them.</summary>
    /// <param name="state">The state of the request.</param>
    /// <param name="row">The card's row.</param>
    /// <param name="resolved">Where the card belongs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row, which says whether it is noted.</returns>
    public async Task<CardRow> KeepAsync(
        RequestState state,
        CardRow row,
        ResolvedTarget resolved,
        CancellationToken cancellationToken
    )
    {
        if (row.Recipient.Person is not { } person)
        {
            return await KeepBacklogAsync(state.Request, row, resolved, cancellationToken);
        }

        var wanted = Concerns(state, person, resolved);
        if (wanted && !row.InInbox)
        {
            await pending.AddAsync(person, row.Request, cancellationToken);
        }
        else if (!wanted && row.InInbox)
        {
            await pending.RemoveAsync(person, row.Request, cancellationToken);
        }

        return row with
        {
            InInbox = wanted,
        };
    }

    /// <summary>Whoever has agreed and waits for others has nothing in the inbox.</summary>
    private static bool Concerns(RequestState state, ErpId person, ResolvedTarget resolved)
    {
        var request = state.Request;
        var reached = resolved.Target is not null && !resolved.Blocked;
        var waits = request.Status == RequestStatus.Pending && request.Initiator.ErpId == person;
        return (request.IsTurnOf(person) && !HasDecided(state, person)) || (!reached && (waits || resolved.Blocked));
    }

    private static bool HasDecided(RequestState state, ErpId person) =>
        new StageProgress(state.Request, state.Stored.Since, state.Decisions, ApprovalPolicy.None).HasDecided(person);

    /// <summary>A group lacks a card while it cannot be written to; what was closed before it ever had one is of no interest to it.</summary>
    private static bool Lacks(PaymentRequest request, CardRow row, ResolvedTarget resolved) =>
        (resolved.Target is null || resolved.Blocked)
        && (request.Status == RequestStatus.Pending || row.MessageId is not null);

    private async Task<CardRow> KeepBacklogAsync(
        PaymentRequest request,
        CardRow row,
        ResolvedTarget resolved,
        CancellationToken cancellationToken
    )
    {
        var lacks = Lacks(request, row, resolved);
        if (lacks && !row.InInbox)
        {
            await backlog.AddAsync(row.Recipient.GroupKey!, row.Request, cancellationToken);
        }
        else if (!lacks && row.InInbox)
        {
            await backlog.RemoveAsync(row.Recipient.GroupKey!, row.Request, cancellationToken);
        }

        return row with
        {
            InInbox = lacks,
        };
    }
}

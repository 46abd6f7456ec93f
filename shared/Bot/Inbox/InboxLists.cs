using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;
using PaymentBot.Cards.Inbox;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Inbox;

/// <summary>Makes the pages of a person's lists.</summary>
/// <param name="inbox">Finds what waits.</param>
/// <param name="finder">Finds the rest.</param>
/// <param name="targets">Knows people's languages and zones.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class InboxLists(
    PendingInbox inbox,
    RequestFinder finder,
    TargetResolver targets,
    TimeProvider timeProvider
)
{
    /// <summary>No list is turned further: whoever looks for more searches.</summary>
    private const int LastPage = 99;

    /// <summary>Makes a page; one beyond the end is the last, or the first where nobody has counted.</summary>
    /// <param name="kind">The list.</param>
    /// <param name="query">What was searched for, for <see cref="InboxKind.Found"/>.</param>
    /// <param name="page">The page, 0 for the first.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async Task<Screen> ShowAsync(
        InboxKind kind,
        string? query,
        int page,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        page = Math.Clamp(page, 0, LastPage);
        var list =
            kind == InboxKind.Pending
                ? await WaitingAsync(page, actor, cancellationToken)
                : await FoundAsync(kind, query, page, actor, cancellationToken);
        return InboxScreen.Render(list, request => RequestKey.Of(request.Id).Value);
    }

    private async Task<InboxList> WaitingAsync(int page, Actor actor, CancellationToken cancellationToken)
    {
        var waiting = await inbox.ReadAsync(actor, cancellationToken);
        var last = Math.Max(0, (waiting.Requests.Count - 1) / InboxList.PageSize);
        var shown = Math.Min(page, last);
        return ListOf(InboxKind.Pending, waiting.Requests.Skip(shown * InboxList.PageSize), actor) with
        {
            Page = shown,
            Count = waiting.Requests.Count,
            More = shown < last,
            Bounded = waiting.Bounded,
            Totals = waiting.Totals,
        };
    }

    private async Task<InboxList> FoundAsync(
        InboxKind kind,
        string? query,
        int page,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var (requests, more) = await finder.FindAsync(kind, query, page, actor, cancellationToken);
        if (requests.Count == 0 && page > 0)
        {
            page = 0;
            (requests, more) = await finder.FindAsync(kind, query, page, actor, cancellationToken);
        }

        return ListOf(kind, requests, actor) with
        {
            Page = page,
            More = more && page < LastPage,
            Query = query,
        };
    }

    private InboxList ListOf(InboxKind kind, IEnumerable<StoredRequest> requests, Actor actor) =>
        new()
        {
            Kind = kind,
            Requests = [.. requests.Take(InboxList.PageSize).Select(stored => stored.Request)],
            Reader = actor.ErpId,
            Language = actor.Phrases.Language,
            TimeZone = targets.TimeZoneOf(actor.Link),
            Now = timeProvider.GetUtcNow(),
        };
}

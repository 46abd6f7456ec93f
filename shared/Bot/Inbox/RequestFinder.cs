using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Search;
using PaymentBot.Cards;
using PaymentBot.Cards.Inbox;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Inbox;

/// <summary>Finds pages of what a person initiated, decided, or searches for. Pages are counted from the newest each time, so that a button needs no memory.</summary>
/// <param name="search">Finds requests.</param>
/// <param name="viewers">Knows what people may see.</param>
/// <param name="settings">The company's zone.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class RequestFinder(
    RequestSearch search,
    ViewerFinder viewers,
    CardSettings settings,
    TimeProvider timeProvider
)
{
    private const int MostAtOnce = 50;

    /// <summary>A search may return less than asked for while there is more; after so many askings the page is what was found.</summary>
    private const int MaxAskings = 12;

    /// <summary>Finds a page.</summary>
    /// <param name="kind">What is listed; not <see cref="InboxKind.Pending"/>.</param>
    /// <param name="query">What was typed, for <see cref="InboxKind.Found"/>.</param>
    /// <param name="page">Which page, 0 for the first.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The requests of the page, and whether there are more.</returns>
    /// <exception cref="StorageException">The store failed; searching again is safe.</exception>
    public async Task<(IReadOnlyList<StoredRequest> Requests, bool More)> FindAsync(
        InboxKind kind,
        string? query,
        int page,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var viewer = await viewers.FindAsync(actor, cancellationToken);
        var wanted = QueryOf(kind, query);
        var skipped = page * InboxList.PageSize;
        var needed = skipped + InboxList.PageSize + 1;
        List<StoredRequest> found = [];
        string? offset = null;
        for (var asking = 0; asking < MaxAskings && found.Count < needed; asking++)
        {
            var limit = Math.Min(MostAtOnce, needed - found.Count);
            var part = await search.FindAsync(viewer, wanted, offset, limit, cancellationToken);
            found.AddRange(part.Requests);
            offset = part.Next;
            if (offset is null)
            {
                break;
            }
        }

        return ([.. found.Skip(skipped).Take(InboxList.PageSize)], found.Count >= needed);
    }

    private SearchQuery QueryOf(InboxKind kind, string? query) =>
        kind switch
        {
            InboxKind.Mine => new SearchQuery { Mine = true },
            InboxKind.History => new SearchQuery { Decided = true },
            _ => SearchText.Parse(query, Today()),
        };

    private DateOnly Today() =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(timeProvider.GetUtcNow(), settings.TimeZone).DateTime);
}

using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Search;

/// <summary>
/// Finds requests without reading them all. Every list of the index that holds all that is asked for is read a page of; the one that reached furthest back is walked
/// on. What it names is read and judged by what it says now, so nothing is found that is untrue or not the viewer's to see.
/// </summary>
/// <param name="tables">Where the index lies.</param>
/// <param name="requests">The snapshots.</param>
/// <param name="pending">The inboxes.</param>
/// <param name="decisions">The decisions made through the bot.</param>
/// <param name="timeZone">Where the days of a query begin.</param>
public sealed class RequestSearch(
    ITableStore tables,
    RequestStore requests,
    PendingStore pending,
    DecisionStore decisions,
    TimeZoneInfo timeZone
)
{
    private const int MaxLimit = 50;
    private const int FirstPage = 256;
    private const int MaxRows = 20_000;
    private const int MaxReadings = 400;
    private const int MaxInbox = 2_000;
    private const int AtOnce = 32;

    /// <summary>
    /// Finds a page of the requests that a person may see. While requests come in, pages that follow one another hold no request twice and miss none that was
    /// there at the first.
    /// </summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="query">What for.</param>
    /// <param name="offset">Null for the first page, then <see cref="SearchPage.Next"/> of the page before; anything else is taken for null.</param>
    /// <param name="limit">The most requests wanted, 1 to 50.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page; it may hold fewer than wanted, even none, although more follow: a search looks at no more than 20,000 rows at a time.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is out of its range.</exception>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<SearchPage> FindAsync(
        Viewer viewer,
        SearchQuery query,
        string? offset,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        var condition = new SearchCondition(viewer, query, timeZone);
        var hits = new SearchHits(limit, SearchPosition.Parse(offset));
        if (query.Waiting)
        {
            await FindInInboxAsync(viewer, query, condition, hits, cancellationToken);
        }
        else
        {
            await FindInListsAsync(viewer, query, condition, hits, cancellationToken);
        }

        return hits.ToPage();
    }

    private async Task FindInListsAsync(
        Viewer viewer,
        SearchQuery query,
        SearchCondition condition,
        SearchHits hits,
        CancellationToken cancellationToken
    )
    {
        var (walk, found) = await BeginAsync(condition, hits, cancellationToken);
        var readings = 0;
        while (true)
        {
            foreach (var run in found.Chunk(AtOnce))
            {
                if (readings >= MaxReadings)
                {
                    hits.StopAt(hits.Examined);
                    return;
                }

                readings += run.Length;
                await ReadAsync(viewer, query, condition, run, hits, cancellationToken);
                if (hits.Full)
                {
                    return;
                }
            }

            if (walk.Ended)
            {
                return;
            }

            if (walk.Looked >= MaxRows)
            {
                hits.StopAt(walk.Reached);
                return;
            }

            found = await walk.ReadAsync(TableQuery.MaxPageSize, cancellationToken);
        }
    }

    /// <summary>Reads a page of every list; the one that reached furthest back has told of everything newer.</summary>
    private async Task<(SearchWalk Walk, IReadOnlyList<SearchPosition> Found)> BeginAsync(
        SearchCondition condition,
        SearchHits hits,
        CancellationToken cancellationToken
    )
    {
        var size = condition.Narrows ? FirstPage : (2 * hits.Limit) + 2;
        var begun = await Task.WhenAll(
            condition
                .Lists()
                .Select(async lists =>
                {
                    var walk = new SearchWalk(tables, condition, lists, hits.Offset);
                    return (Walk: walk, Found: await walk.ReadAsync(size, cancellationToken));
                })
        );
        var ended = begun.Where(candidate => candidate.Walk.Ended).ToList();
        return ended.Count > 0
            ? ended.MinBy(candidate => candidate.Found.Count)
            : begun.MaxBy(candidate => candidate.Walk.Reached?.RowKey, StringComparer.Ordinal);
    }

    private async Task ReadAsync(
        Viewer viewer,
        SearchQuery query,
        SearchCondition condition,
        SearchPosition[] run,
        SearchHits hits,
        CancellationToken cancellationToken
    )
    {
        var read = await Task.WhenAll(
            run.Select(position => requests.GetAsync(position.Request, cancellationToken).AsTask())
        );
        for (var index = 0; index < run.Length && !hits.Full; index++)
        {
            var matches =
                read[index] is { } stored
                && SearchPosition.Of(stored.Request) == run[index]
                && condition.Matches(stored.Request)
                && (!query.Decided || await HasDecidedAsync(viewer, stored, cancellationToken));
            hits.Add(run[index], matches ? read[index] : null);
        }
    }

    /// <summary>The snapshot tells of one who decided a stage; of several, the bot's own decisions tell.</summary>
    private async ValueTask<bool> HasDecidedAsync(
        Viewer viewer,
        StoredRequest stored,
        CancellationToken cancellationToken
    ) =>
        stored.Request.Route.Any(stage => stage.DecidedBy?.ErpId == viewer.Person)
        || (await decisions.ListAsync(stored.Key, cancellationToken)).Any(row =>
            row.Decision.Approver.ErpId == viewer.Person && row.Decision.State == Approvals.DecisionState.Confirmed
        );

    private async Task FindInInboxAsync(
        Viewer viewer,
        SearchQuery query,
        SearchCondition condition,
        SearchHits hits,
        CancellationToken cancellationToken
    )
    {
        List<StoredRequest> waiting = [];
        var keys = await ListInboxAsync(viewer, cancellationToken);
        foreach (var run in keys.Chunk(AtOnce))
        {
            var read = await Task.WhenAll(run.Select(key => requests.GetAsync(key, cancellationToken).AsTask()));
            waiting.AddRange(read.OfType<StoredRequest>().Where(stored => condition.Matches(stored.Request)));
        }

        foreach (
            var (position, stored) in waiting
                .Select(stored => (Position: SearchPosition.Of(stored.Request), Stored: stored))
                .OrderBy(found => found.Position.RowKey, StringComparer.Ordinal)
                .SkipWhile(found => string.CompareOrdinal(found.Position.RowKey, hits.Offset?.RowKey) <= 0)
        )
        {
            if (hits.Full)
            {
                return;
            }

            hits.Add(
                position,
                query.Decided && !await HasDecidedAsync(viewer, stored, cancellationToken) ? null : stored
            );
        }
    }

    private async Task<List<RequestKey>> ListInboxAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        List<RequestKey> keys = [];
        await foreach (var key in pending.ListAsync(viewer.Person, cancellationToken))
        {
            keys.Add(key);
            if (keys.Count == MaxInbox)
            {
                break;
            }
        }

        return keys;
    }
}

/// <summary>Gathers what was found until a page is full, and one more to know whether another page follows.</summary>
/// <param name="limit">The most requests wanted.</param>
/// <param name="offset">Where the page before ended, or null.</param>
internal sealed class SearchHits(int limit, SearchPosition? offset)
{
    private readonly List<(SearchPosition Position, StoredRequest Request)> _found = [];
    private SearchPosition? _stoppedAt;

    /// <summary>The most requests wanted.</summary>
    public int Limit => limit;

    /// <summary>Where the page before ended, or null.</summary>
    public SearchPosition? Offset => offset;

    /// <summary>The last place that was judged, or null.</summary>
    public SearchPosition? Examined { get; private set; }

    /// <summary>Whether there is more than was wanted.</summary>
    public bool Full => _found.Count > limit;

    /// <summary>Notes that a place was judged.</summary>
    /// <param name="position">The place.</param>
    /// <param name="found">The request there, or null when it is none of those asked for.</param>
    public void Add(SearchPosition position, StoredRequest? found)
    {
        if (position == Examined)
        {
            return;
        }

        Examined = position;
        if (found is not null)
        {
            _found.Add((position, found));
        }
    }

    /// <summary>Notes that the search was left although more may follow.</summary>
    /// <param name="position">How far it came.</param>
    public void StopAt(SearchPosition? position) => _stoppedAt = position;

    /// <summary>What was found.</summary>
    public SearchPage ToPage()
    {
        var next = Full ? _found[limit - 1].Position : _stoppedAt;
        return new SearchPage([.. _found.Take(limit).Select(hit => hit.Request)], next?.RowKey);
    }
}

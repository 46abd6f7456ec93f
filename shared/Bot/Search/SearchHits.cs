using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Search;

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

using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Search;

/// <summary>A query as one viewer asks it: what a row of the index is passed over by, and what a request is judged by. Pure.</summary>
internal sealed class SearchCondition
{
    /// <summary>A row's amount may differ from the request's in the last digits of a double.</summary>
    private const double Tolerance = 1e-9;

    private static readonly TimeSpan WidestOffset = TimeSpan.FromDays(2);

    private readonly Viewer _viewer;
    private readonly SearchQuery _query;
    private readonly TimeZoneInfo _zone;
    private readonly SearchMark _mark = new();

    /// <summary>Prepares a query.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="query">What for.</param>
    /// <param name="zone">Where the days of the query begin.</param>
    public SearchCondition(Viewer viewer, SearchQuery query, TimeZoneInfo zone)
    {
        _viewer = viewer;
        _query = query;
        _zone = zone;
        Words = [.. query.Words.SelectMany(SearchWords.Split).Distinct(StringComparer.Ordinal)];
        foreach (var word in Words)
        {
            SearchWords.Mark(_mark, word);
        }

        if (!viewer.SeesAll)
        {
            SearchEntry.MarkViewer(_mark, viewer.Person);
        }
    }

    /// <summary>The beginnings of words that have to occur.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether anything beside the list itself is asked for.</summary>
    public bool Narrows =>
        Words.Count > 0
        || _query.Status is not null
        || _query.AmountFrom is not null
        || _query.AmountTo is not null
        || _query.Waiting;

    /// <summary>The first row key of the days asked for, or null.</summary>
    public string? FromRow =>
        _query.To is { } last && Instant(last, WidestOffset) is { } newest ? SearchPosition.RowFrom(newest) : null;

    /// <summary>The row key behind the days asked for, or null.</summary>
    public string? BeforeRow =>
        _query.From is { } first && Instant(first, -WidestOffset) is { } oldest ? SearchPosition.RowFrom(oldest) : null;

    /// <summary>The lists that hold everything asked for, the viewer's own first; each element may be several partitions to be read as one.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lists()
    {
        List<IReadOnlyList<string>> lists =
        [
            [BaseList()],
        ];
        lists.AddRange(
            Words
                .Select(SearchWords.ListFor)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(beginning => (IReadOnlyList<string>)[SearchList.WithWord(beginning)])
        );
        if (_query.Status is { } status)
        {
            lists.Add([SearchList.InState(status)]);
        }

        if (_query.AmountFrom is not null || _query.AmountTo is not null)
        {
            lists.Add(SearchList.OfRange(_query.AmountFrom, _query.AmountTo));
        }

        return lists;
    }

    /// <summary>Whether the request behind a row may be one of those asked for.</summary>
    public bool MayMatch(TableEntity row)
    {
        var amount = row["Amount"] as double?;
        return _mark.IsWithin(row["Mark"] as byte[])
            && !(amount < (double?)_query.AmountFrom * (1 - Tolerance))
            && !(amount > (double?)_query.AmountTo * (1 + Tolerance))
            && SearchPosition.Parse(row.RowKey) is { } position
            && IsInDays(position.Date);
    }

    /// <summary>Whether the viewer may see a request and asked for it. Deciding is told by the list, see <see cref="RequestSearch"/>.</summary>
    public bool Matches(PaymentRequest request) =>
        _viewer.MaySee(request)
        && (_query.Status is not { } status || request.Status == status)
        && IsOfAmount(request.Total.Amount)
        && IsInDays(request.Date)
        && (!_query.Mine || request.Initiator.ErpId == _viewer.Person)
        && (!_query.Waiting || request.IsTurnOf(_viewer.Person))
        && HasWords(request);

    private bool IsOfAmount(decimal amount) => !(amount < _query.AmountFrom) && !(amount > _query.AmountTo);

    private string BaseList()
    {
        if (_query.Decided)
        {
            return SearchList.Decided(_viewer.Person);
        }

        if (_query.Mine)
        {
            return SearchList.Own(_viewer.Person);
        }

        return _viewer.SeesAll ? SearchList.All : SearchList.Seen(_viewer.Person);
    }

    private bool HasWords(PaymentRequest request)
    {
        if (Words.Count == 0)
        {
            return true;
        }

        var words = SearchWords.Of(request);
        return Words.All(beginning => words.Any(word => word.StartsWith(beginning, StringComparison.Ordinal)));
    }

    private bool IsInDays(DateTimeOffset date)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(date, _zone).DateTime);
        return !(day < _query.From) && !(day > _query.To);
    }

    private static DateTimeOffset? Instant(DateOnly day, TimeSpan slack)
    {
        var ticks = day.ToDateTime(TimeOnly.MinValue).Ticks + slack.Ticks;
        return ticks >= DateTimeOffset.MinValue.Ticks && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;
    }
}

using PaymentBot.Storage;

namespace PaymentBot.Bot.Search;

/// <summary>Walks one or several lists of the index as one, the newest first, page by page, and passes over what cannot match.</summary>
internal sealed class SearchWalk
{
    private readonly ITableStore _tables;
    private readonly SearchCondition _condition;
    private readonly IReadOnlyList<Lane> _lanes;

    /// <summary>Prepares a walk; nothing is read yet.</summary>
    /// <param name="tables">Where the rows lie.</param>
    /// <param name="condition">What is looked for.</param>
    /// <param name="lists">The partitions.</param>
    /// <param name="offset">Where the page before ended, or null.</param>
    public SearchWalk(
        ITableStore tables,
        SearchCondition condition,
        IReadOnlyList<string> lists,
        SearchPosition? offset
    )
    {
        _tables = tables;
        _condition = condition;
        var from = condition.FromRow;
        if (offset is { } last && string.CompareOrdinal(last.After, from) > 0)
        {
            from = last.After;
        }

        _lanes = [.. lists.Select(list => new Lane(list, from))];
    }

    /// <summary>Whether everything was read.</summary>
    public bool Ended => _lanes.All(lane => lane is { Exhausted: true, Rows.Count: 0 });

    /// <summary>How far everything was read: nothing newer than this is still to come.</summary>
    public SearchPosition? Reached { get; private set; }

    /// <summary>How many rows were looked at.</summary>
    public int Looked { get; private set; }

    /// <summary>Reads on.</summary>
    /// <param name="pageSize">How many rows to read at once, over all lists.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The places of requests that may match, in order; perhaps none although more follow.</returns>
    public async Task<IReadOnlyList<SearchPosition>> ReadAsync(int pageSize, CancellationToken cancellationToken)
    {
        var each = Math.Max(pageSize / _lanes.Count, 1);
        await Task.WhenAll(
            _lanes
                .Where(lane => lane is { Exhausted: false, Rows.Count: 0 })
                .Select(lane => FillAsync(lane, each, cancellationToken))
        );
        List<SearchPosition> found = [];
        while (NextLane() is { } lane)
        {
            var row = lane.Rows.Dequeue();
            Looked++;
            if (SearchPosition.Parse(row.RowKey) is { } position)
            {
                Reached = position;
                if (_condition.MayMatch(row))
                {
                    found.Add(position);
                }
            }
        }

        return found;
    }

    /// <summary>The list with the newest row; null when a list has to be read on first, or when all are at their end.</summary>
    private Lane? NextLane()
    {
        Lane? next = null;
        foreach (var lane in _lanes)
        {
            if (lane.Rows.Count == 0)
            {
                if (!lane.Exhausted)
                {
                    return null;
                }

                continue;
            }

            if (next is null || string.CompareOrdinal(lane.Rows.Peek().RowKey, next.Rows.Peek().RowKey) < 0)
            {
                next = lane;
            }
        }

        return next;
    }

    private async Task FillAsync(Lane lane, int pageSize, CancellationToken cancellationToken)
    {
        var query = new TableQuery
        {
            PartitionKey = lane.List,
            FromRowKey = lane.From,
            BeforeRowKey = _condition.BeforeRow,
            PageSize = Math.Min(pageSize, TableQuery.MaxPageSize),
        };
        var page = await _tables.QueryAsync(TableName.Search, query, lane.Token, cancellationToken);
        lane.Token = page.ContinuationToken;
        lane.Exhausted = page.ContinuationToken is null;
        foreach (var row in page.Rows)
        {
            lane.Rows.Enqueue(row);
        }
    }

    private sealed class Lane(string list, string? from)
    {
        public string List { get; } = list;

        public string? From { get; } = from;

        public string? Token { get; set; }

        public bool Exhausted { get; set; }

        public Queue<TableEntity> Rows { get; } = new();
    }
}

using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Search;

/// <summary>
/// Keeps the lists that requests are found by. They say where to look and never what is shown: whoever finds a request there reads it and
/// judges it by what it says now. So a row that came too late or stayed too long does no harm.
/// </summary>
/// <param name="tables">Where the rows lie.</param>
public sealed class SearchIndex(ITableStore tables)
{
    private const char Separator = '\n';

    /// <summary>Brings the lists up to date with a snapshot: one read when nothing that matters has changed.</summary>
    /// <param name="request">The latest snapshot.</param>
    /// <param name="deciders">Who decided through the bot, beside those the snapshot tells of.</param>
    /// <param name="anew">Whether to write every row, whatever is remembered: an earlier run may have stopped half-way.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <returns>False when somebody worked on the same request at the same time: the latest snapshot has to be brought in once more.</returns>
    /// <exception cref="StorageException">The store failed; doing it again is safe.</exception>
    public async ValueTask<bool> UpdateAsync(
        PaymentRequest request,
        IEnumerable<ErpId> deciders,
        bool anew,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var key = RequestKey.Of(request.Id);
        var entry = SearchEntry.Of(request, deciders);
        var known = await tables.GetAsync(
            TableName.Search,
            SearchList.Known(key),
            SearchList.KnownRow,
            cancellationToken
        );
        if (known?.GetInt64("Revision") > request.Revision || (!anew && Same(known, entry)))
        {
            return true;
        }

        await WriteAsync(entry, anew ? null : known, cancellationToken);
        await RemoveAsync(entry, known, cancellationToken);
        if (await RememberAsync(key, request.Revision, entry, known, cancellationToken))
        {
            return true;
        }

        // Two wrote at once, so some rows may be the older ones: whoever comes next writes them all.
        await ForgetAsync(key, cancellationToken);
        return false;
    }

    private static bool Same(TableEntity? known, SearchEntry entry) =>
        IsOf(known, entry)
        && string.Equals(known!.GetString("Lists"), string.Join(Separator, entry.Lists), StringComparison.Ordinal);

    private static bool IsOf(TableEntity? known, SearchEntry entry) =>
        string.Equals(known?.GetString("Shape"), entry.Shape, StringComparison.Ordinal);

    private static string[] ListsOf(TableEntity? known) => known?.GetString("Lists")?.Split(Separator) ?? [];

    private static TableEntity EntityOf(RequestKey key, long revision, SearchEntry entry) =>
        new(SearchList.Known(key), SearchList.KnownRow)
        {
            ["Revision"] = revision,
            ["Row"] = entry.Position.RowKey,
            ["Shape"] = entry.Shape,
            ["Lists"] = string.Join(Separator, entry.Lists),
        };

    private async Task WriteAsync(SearchEntry entry, TableEntity? known, CancellationToken cancellationToken)
    {
        var there = IsOf(known, entry) ? ListsOf(known) : [];
        await Task.WhenAll(
            entry
                .Lists.Except(there, StringComparer.Ordinal)
                .Select(list => tables.UpsertAsync(TableName.Search, entry.RowIn(list), cancellationToken).AsTask())
        );
    }

    private Task RemoveAsync(SearchEntry entry, TableEntity? known, CancellationToken cancellationToken)
    {
        if (known?.GetString("Row") is not { } row)
        {
            return Task.CompletedTask;
        }

        var stays = string.Equals(row, entry.Position.RowKey, StringComparison.Ordinal) ? entry.Lists : [];
        return Task.WhenAll(
            ListsOf(known)
                .Except(stays, StringComparer.Ordinal)
                .Select(list => tables.DeleteAsync(TableName.Search, list, row, null, cancellationToken).AsTask())
        );
    }

    private async ValueTask<bool> RememberAsync(
        RequestKey key,
        long revision,
        SearchEntry entry,
        TableEntity? known,
        CancellationToken cancellationToken
    )
    {
        var entity = EntityOf(key, revision, entry).KeepOthersOf(known);
        var eTag = known is null
            ? await tables.InsertAsync(TableName.Search, entity, cancellationToken)
            : await tables.ReplaceAsync(TableName.Search, entity, known.ETag!, cancellationToken);
        return eTag is not null;
    }

    private async ValueTask ForgetAsync(RequestKey key, CancellationToken cancellationToken)
    {
        while (
            await tables.GetAsync(TableName.Search, SearchList.Known(key), SearchList.KnownRow, cancellationToken)
                is { } known
        )
        {
            known["Shape"] = null;
            if (await tables.ReplaceAsync(TableName.Search, known, known.ETag!, cancellationToken) is not null)
            {
                return;
            }
        }
    }
}

/// <summary>What the index should have of one request. Pure.</summary>
internal sealed record SearchEntry
{
    private const int PersonBits = 2;

    /// <summary>Its place in every list.</summary>
    public required SearchPosition Position { get; init; }

    /// <summary>The lists it stands in, in order.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    /// <summary>What every row of it holds.</summary>
    public required byte[] Mark { get; init; }

    /// <summary>The amount, near enough to pass over what is far off.</summary>
    public required double Amount { get; init; }

    /// <summary>22 characters that differ when a row of it has to be written anew.</summary>
    public string Shape =>
        StorageKey.Of(
            string.Create(CultureInfo.InvariantCulture, $"{Position.RowKey} {Convert.ToHexString(Mark)} {Amount:R}")
        );

    /// <summary>The entry of a request.</summary>
    /// <param name="request">The snapshot.</param>
    /// <param name="deciders">Who decided through the bot, beside those the snapshot tells of.</param>
    public static SearchEntry Of(PaymentRequest request, IEnumerable<ErpId> deciders)
    {
        var words = SearchWords.Of(request);
        var viewers = ViewersOf(request);
        var mark = new SearchMark();
        foreach (var word in words)
        {
            SearchWords.Mark(mark, word);
        }

        foreach (var viewer in viewers)
        {
            MarkViewer(mark, viewer);
        }

        IEnumerable<string> lists =
        [
            SearchList.All,
            SearchList.Own(request.Initiator.ErpId),
            SearchList.InState(request.Status),
            SearchList.OfSize(request.Total.Amount),
            .. viewers.Select(SearchList.Seen),
            .. request
                .Route.Select(stage => stage.DecidedBy?.ErpId)
                .OfType<ErpId>()
                .Concat(deciders)
                .Select(SearchList.Decided),
            .. words.SelectMany(SearchWords.ListsOf).Distinct(StringComparer.Ordinal).Select(SearchList.WithWord),
        ];
        return new SearchEntry
        {
            Position = SearchPosition.Of(request),
            Lists = [.. lists.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Mark = mark.ToArray(),
            Amount = (double)request.Total.Amount,
        };
    }

    /// <summary>Adds a person who may see the request, or who looks.</summary>
    public static void MarkViewer(SearchMark mark, ErpId person) => mark.Add($"v{person.Value}", PersonBits);

    /// <summary>The row in one list.</summary>
    public TableEntity RowIn(string list) => new(list, Position.RowKey) { ["Mark"] = Mark, ["Amount"] = Amount };

    private static List<ErpId> ViewersOf(PaymentRequest request) =>
        [
            .. request
                .Route.SelectMany(stage => stage.Approvers)
                .Select(approver => approver.ErpId)
                .Append(request.Initiator.ErpId)
                .Distinct(),
        ];
}

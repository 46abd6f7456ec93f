using System.Globalization;
using System.Runtime.CompilerServices;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>
/// The decisions that wait for the ERP to fetch them, in the order in which they came. A row by the decision's identity stays for good: it finds the decision that an
/// acknowledgement names, however late that comes. A row by place stays until the decision is settled.
/// </summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="timeProvider">The clock, which makes the order.</param>
public sealed class DecisionOutbox(ITableStore tables, TimeProvider timeProvider)
{
    private const string Known = "known";
    private const string Waiting = "waiting";
    private const int TickDigits = 19;

    /// <summary>Puts a decision at the end. Doing it again changes nothing.</summary>
    /// <param name="key">The request.</param>
    /// <param name="rowKey">The decision's row.</param>
    /// <param name="decisionId">The decision.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it is new here; false when it was put before.</returns>
    /// <exception cref="StorageException">The store failed; putting again is safe.</exception>
    public async ValueTask<bool> AddAsync(
        RequestKey key,
        string rowKey,
        string decisionId,
        CancellationToken cancellationToken
    )
    {
        var place = PlaceOf(timeProvider.GetUtcNow().UtcTicks, decisionId);
        var known = KnownRow(key, rowKey, decisionId, place);
        var isNew = await tables.InsertAsync(TableName.Outbox, known, cancellationToken) is not null;
        if (!isNew && await FindAsync(decisionId, cancellationToken) is { } former)
        {
            place = former.Place;
        }

        await tables.InsertAsync(TableName.Outbox, WaitingRow(place, key, rowKey, decisionId), cancellationToken);
        return isNew;
    }

    /// <summary>Reads what waits, the oldest first.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StorageException">The store failed; reading again is safe.</exception>
    public async IAsyncEnumerable<OutboxEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = TableQuery.Partition(Waiting);
        await foreach (var row in tables.ReadAllAsync(TableName.Outbox, query, cancellationToken))
        {
            yield return FromEntity(row, row.RowKey);
        }
    }

    /// <summary>Finds a decision that was ever put here, waiting or not.</summary>
    /// <param name="decisionId">The decision's identity, from outside.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Where it is, or null when it never was here.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<OutboxEntry?> FindAsync(string decisionId, CancellationToken cancellationToken) =>
        await tables.GetAsync(TableName.Outbox, Known, StorageKey.Of(decisionId), cancellationToken) is { } row
            ? FromEntity(row, row.GetString("Place")!)
            : null;

    /// <summary>Notes that a decision was handed out. One that was settled meanwhile stays gone.</summary>
    /// <param name="entry">The decision as it was read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; noting again is safe.</exception>
    public async ValueTask MarkHandedAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var row = WaitingRow(entry.Place, entry.Key, entry.RowKey, entry.DecisionId);
        row["Handed"] = true;
        await tables.ReplaceAsync(
            TableName.Outbox,
            row.KeepOthersOf(entry.Entity),
            entry.Entity.ETag!,
            cancellationToken
        );
    }

    /// <summary>Gives a decision a new place behind everything up to a given one: it came late, when others behind it were handed out already.</summary>
    /// <param name="entry">The decision as it was read.</param>
    /// <param name="after">The place it has to come behind.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The decision in its new place, as handed out from there.</returns>
    /// <exception cref="StorageException">The store failed; moving again is safe: it may then wait in two places.</exception>
    public async ValueTask<OutboxEntry> MoveBehindAsync(
        OutboxEntry entry,
        string after,
        CancellationToken cancellationToken
    )
    {
        var ticks = Math.Max(timeProvider.GetUtcNow().UtcTicks, TicksOf(after) + 1);
        var place = PlaceOf(ticks, entry.DecisionId);
        var row = WaitingRow(place, entry.Key, entry.RowKey, entry.DecisionId);
        row["Handed"] = true;
        await tables.UpsertAsync(TableName.Outbox, row.KeepOthersOf(entry.Entity), cancellationToken);
        var known = KnownRow(entry.Key, entry.RowKey, entry.DecisionId, place);
        await tables.UpsertAsync(TableName.Outbox, known, cancellationToken);
        await RemoveAsync(entry.Place, cancellationToken);
        return FromEntity(row, place);
    }

    /// <summary>Removes a decision from those that wait.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; removing again is safe.</exception>
    public async ValueTask RemoveAsync(string place, CancellationToken cancellationToken) =>
        await tables.DeleteAsync(TableName.Outbox, Waiting, place, null, cancellationToken);

    /// <summary>The identity of the decision in a place.</summary>
    /// <param name="place">Any text from outside.</param>
    /// <returns>The identity, or null when the text is no place.</returns>
    public static string? DecisionAt(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Length > TickDigits + 1 && place[TickDigits] == '-' && place[..TickDigits].All(char.IsAsciiDigit)
            ? place[(TickDigits + 1)..]
            : null;
    }

    private static long TicksOf(string place) =>
        long.TryParse(place.AsSpan(0, TickDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? Math.Min(ticks, DateTimeOffset.MaxValue.UtcTicks)
            : 0;

    private static string PlaceOf(long ticks, string decisionId) =>
        string.Create(CultureInfo.InvariantCulture, $"{ticks:D19}-{decisionId}");

    private static TableEntity KnownRow(RequestKey key, string rowKey, string decisionId, string place) =>
        new(Known, StorageKey.Of(decisionId))
        {
            ["Request"] = key.Value,
            ["Row"] = rowKey,
            ["DecisionId"] = decisionId,
            ["Place"] = place,
        };

    private static TableEntity WaitingRow(string place, RequestKey key, string rowKey, string decisionId) =>
        new(Waiting, place)
        {
            ["Request"] = key.Value,
            ["Row"] = rowKey,
            ["DecisionId"] = decisionId,
        };

    private static OutboxEntry FromEntity(TableEntity row, string place) =>
        new(place, new RequestKey(row.GetString("Request")!), row.GetString("Row")!, row.GetString("DecisionId")!, row);
}

/// <summary>A decision that waits for the ERP to fetch it.</summary>
/// <param name="Place">Its place in the order in which decisions are handed out; compared by code unit.</param>
/// <param name="Key">The request.</param>
/// <param name="RowKey">The decision's row, as <see cref="StoredDecision.RowKey"/> has it.</param>
/// <param name="DecisionId">The decision.</param>
/// <param name="Entity">As it was read.</param>
public sealed record OutboxEntry(string Place, RequestKey Key, string RowKey, string DecisionId, TableEntity Entity)
{
    /// <summary>Whether it has been handed out from this place.</summary>
    public bool Handed => Entity.GetBoolean("Handed") == true;
}

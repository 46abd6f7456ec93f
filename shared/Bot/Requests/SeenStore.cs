using System.Globalization;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>Remembers for 48 hours which updates and webhook calls were handled. One partition a day, so that old days go as a whole.</summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class SeenStore(ITableStore tables, TimeProvider timeProvider)
{
    private const int Days = 2;

    /// <summary>Looks an identity up.</summary>
    /// <param name="key">The identity, with a prefix for its kind; letters, digits and <c>-_:</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was remembered with it, or null when it was not seen within 48 hours.</returns>
    public async ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        for (var age = 0; age <= Days; age++)
        {
            var row = await tables.GetAsync(TableName.Seen, DayOf(now.AddDays(-age)), key, cancellationToken);
            if (row is not null && row.GetDateTimeOffset("At") > now.AddDays(-Days))
            {
                return row.GetString("Note") ?? string.Empty;
            }
        }

        return null;
    }

    /// <summary>Remembers an identity from now on; the first note stays.</summary>
    /// <param name="key">The identity.</param>
    /// <param name="note">What to remember with it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask AddAsync(string key, string note, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var entity = new TableEntity(DayOf(now), key) { ["Note"] = note, ["At"] = now };
        await tables.InsertAsync(TableName.Seen, entity, cancellationToken);
    }

    /// <summary>Forgets what is older than 48 hours, as a whole day.</summary>
    /// <param name="cancellationToken">Ends the cleaning; what is left goes next time.</param>
    /// <returns>How many rows were removed.</returns>
    public async ValueTask<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var removed = 0;
        var oldest = timeProvider.GetUtcNow().AddDays(-Days);
        for (var age = 1; age <= 7; age++)
        {
            var query = TableQuery.Partition(DayOf(oldest.AddDays(-age)));
            await foreach (var row in tables.ReadAllAsync(TableName.Seen, query, cancellationToken))
            {
                await tables.DeleteAsync(TableName.Seen, row.PartitionKey, row.RowKey, null, cancellationToken);
                removed++;
            }
        }

        return removed;
    }

    private static string DayOf(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}

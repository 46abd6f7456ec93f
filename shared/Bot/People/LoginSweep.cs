using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>Forgets what lies in the table of sign-ins and ended more than a day ago, in bounded steps.</summary>
internal sealed class LoginSweep(ITableStore tables, TimeProvider clock)
{
    private const int MaxRemoved = 1000;
    private const int MaxPages = 50;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    public async ValueTask<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - KeptFor;
        var removed = 0;
        string? token = null;
        for (var pages = 0; pages < MaxPages && removed < MaxRemoved; pages++)
        {
            var page = await tables.QueryAsync(TableName.LoginTickets, new TableQuery(), token, cancellationToken);
            foreach (var row in page.Rows.Where(row => HasEnded(row, before)).Take(MaxRemoved - removed))
            {
                removed += await RemoveAsync(row, cancellationToken) ? 1 : 0;
            }

            token = page.ContinuationToken;
            if (token is null)
            {
                break;
            }
        }

        return removed;
    }

    private static bool HasEnded(TableEntity row, DateTimeOffset before) =>
        (row.GetDateTimeOffset(LoginRows.ExpiresAt) ?? default) < before;

    /// <summary>Removes the version that was read: a limit or a user's row may have come to life again meanwhile.</summary>
    private ValueTask<bool> RemoveAsync(TableEntity row, CancellationToken cancellationToken) =>
        tables.DeleteAsync(TableName.LoginTickets, row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
}

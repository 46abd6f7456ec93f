using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>
/// Counts attempts per key by the generic cell rate algorithm: so many at once, then one per interval. One conditional write per granted attempt,
/// so any number of instances count together; a refused attempt writes nothing.
/// </summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="clock">The clock.</param>
public sealed class AttemptLimit(ITableStore tables, TimeProvider clock)
{
    private const string Row = "limit";

    /// <summary>Takes one attempt.</summary>
    /// <param name="key">What is limited, with a prefix for its kind; any text, kept as a hash.</param>
    /// <param name="burst">How many attempts may come at once after a pause, 1 or more.</param>
    /// <param name="interval">How long it takes until one more is free; more than zero.</param>
    /// <param name="cancellationToken">Ends the wait; the attempt may count all the same.</param>
    /// <returns>Whether the attempt is within the limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The burst or the interval is out of range.</exception>
    /// <exception cref="StorageException">The store failed; trying again is safe.</exception>
    public async ValueTask<bool> TryAsync(string key, int burst, TimeSpan interval, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(burst, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        var partition = $"l-{StorageKey.Of(key)}";
        while (true)
        {
            var entity = await tables.GetAsync(TableName.LoginTickets, partition, Row, cancellationToken);
            var now = clock.GetUtcNow();
            var used = entity?.GetDateTimeOffset(LoginRows.ExpiresAt) is { } until && until > now ? until : now;
            if (used - now > interval * (burst - 1))
            {
                return false;
            }

            var next = new TableEntity(partition, Row) { [LoginRows.ExpiresAt] = used + interval };
            var eTag = entity?.ETag is { } current
                ? await tables.ReplaceAsync(TableName.LoginTickets, next, current, cancellationToken)
                : await tables.InsertAsync(TableName.LoginTickets, next, cancellationToken);
            if (eTag is not null)
            {
                return true;
            }
        }
    }
}

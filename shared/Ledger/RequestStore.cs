using System.Text.Json;
using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Ledger;

/// <summary>The latest snapshot of each request: one row, read and written by key.</summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class RequestStore(ITableStore tables, TimeProvider timeProvider)
{
    private const string Row = "request";

    /// <summary>Reads the latest snapshot.</summary>
    /// <param name="key">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The request, or null when none of that key was announced.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<StoredRequest?> GetAsync(RequestKey key, CancellationToken cancellationToken) =>
        await tables.GetAsync(TableName.Requests, key.Value, Row, cancellationToken) is { } entity
            ? FromEntity(entity)
            : null;

    /// <summary>Stores a snapshot unless a newer one is there.</summary>
    /// <param name="request">The snapshot.</param>
    /// <param name="contentHash">Its content hash.</param>
    /// <param name="cancellationToken">Ends the wait; the snapshot may have been stored all the same.</param>
    /// <exception cref="StorageException">The store failed; saving again is safe.</exception>
    public async ValueTask<SaveOutcome> SaveAsync(
        PaymentRequest request,
        string contentHash,
        CancellationToken cancellationToken
    )
    {
        var fresh = ToEntity(request, contentHash);
        while (true)
        {
            var existing = await tables.GetAsync(TableName.Requests, fresh.PartitionKey, Row, cancellationToken);
            if (existing is not null && Compare(existing, request.Revision, contentHash) is { } settled)
            {
                return settled;
            }

            var eTag = existing is null
                ? await tables.InsertAsync(TableName.Requests, fresh, cancellationToken)
                : await tables.ReplaceAsync(TableName.Requests, fresh, existing.ETag!, cancellationToken);
            if (eTag is not null)
            {
                return SaveOutcome.Stored;
            }
        }
    }

    private static SaveOutcome? Compare(TableEntity existing, long revision, string contentHash)
    {
        var stored = existing.GetInt64("Revision") ?? 0;
        if (stored != revision)
        {
            return stored > revision ? SaveOutcome.Stale : null;
        }

        return string.Equals(existing.GetString("ContentHash"), contentHash, StringComparison.Ordinal)
            ? SaveOutcome.Unchanged
            : SaveOutcome.RevisionReused;
    }

    private static StoredRequest FromEntity(TableEntity entity) =>
        new(
            JsonSerializer.Deserialize(entity.GetString("Snapshot")!, LedgerJsonContext.Default.PaymentRequest)!,
            entity.GetString("ContentHash")!,
            entity.GetDateTimeOffset("StoredAt") ?? default
        );

    private TableEntity ToEntity(PaymentRequest request, string contentHash) =>
        new(RequestKey.Of(request.Id).Value, Row)
        {
            ["Id"] = request.Id.Value,
            ["Revision"] = request.Revision,
            ["Status"] = request.Status.ToString(),
            ["ContentHash"] = contentHash,
            ["Snapshot"] = JsonSerializer.Serialize(request, LedgerJsonContext.Default.PaymentRequest),
            ["StoredAt"] = timeProvider.GetUtcNow(),
        };
}

namespace PaymentBot.Storage;

/// <summary>
/// Tables of rows with optimistic concurrency. Every write is durable when its task completes. A failure of the store itself is a
/// <see cref="StorageException"/>; "somebody was faster" and "there is none" are values.
/// </summary>
public interface ITableStore
{
    /// <summary>Reads one row.</summary>
    /// <returns>The row with its ETag, or null when there is none.</returns>
    ValueTask<TableEntity?> GetAsync(
        TableName table,
        string partitionKey,
        string rowKey,
        CancellationToken cancellationToken
    );

    /// <summary>Adds a row.</summary>
    /// <returns>The new ETag, or null when a row with these keys is already there; that row is left as it was.</returns>
    ValueTask<string?> InsertAsync(TableName table, TableEntity entity, CancellationToken cancellationToken);

    /// <summary>Replaces the whole row if it still has the version <paramref name="eTag"/>.</summary>
    /// <returns>The new ETag, or null when the row changed since, or is gone.</returns>
    ValueTask<string?> ReplaceAsync(
        TableName table,
        TableEntity entity,
        string eTag,
        CancellationToken cancellationToken
    );

    /// <summary>Adds the row or replaces whatever is there.</summary>
    /// <returns>The new ETag.</returns>
    ValueTask<string> UpsertAsync(TableName table, TableEntity entity, CancellationToken cancellationToken);

    /// <summary>Removes a row if it still has the version <paramref name="eTag"/>; null removes any version.</summary>
    /// <returns>Whether a row was removed.</returns>
    ValueTask<bool> DeleteAsync(
        TableName table,
        string partitionKey,
        string rowKey,
        string? eTag,
        CancellationToken cancellationToken
    );

    /// <summary>Reads a page of rows in key order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="query">Which rows.</param>
    /// <param name="continuationToken">Null for the first page, then what the previous page returned.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<TablePage> QueryAsync(
        TableName table,
        TableQuery query,
        string? continuationToken,
        CancellationToken cancellationToken
    );
}

using PaymentBot.Storage;

namespace PaymentBot.Tests.Ledger.Search;

/// <summary>Passes everything on, and counts it.</summary>
internal abstract class TablesProxy(ITableStore tables) : ITableStore
{
    private int _reads;
    private int _writes;

    public int Reads => _reads;

    public int Writes => _writes;

    public ValueTask<TableEntity?> GetAsync(
        TableName table,
        string partitionKey,
        string rowKey,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _reads);
        return tables.GetAsync(table, partitionKey, rowKey, cancellationToken);
    }

    public ValueTask<string?> InsertAsync(TableName table, TableEntity entity, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _writes);
        return tables.InsertAsync(table, entity, cancellationToken);
    }

    public ValueTask<string?> ReplaceAsync(
        TableName table,
        TableEntity entity,
        string eTag,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _writes);
        return tables.ReplaceAsync(table, entity, eTag, cancellationToken);
    }

    public virtual ValueTask<string> UpsertAsync(
        TableName table,
        TableEntity entity,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _writes);
        return tables.UpsertAsync(table, entity, cancellationToken);
    }

    public ValueTask<bool> DeleteAsync(
        TableName table,
        string partitionKey,
        string rowKey,
        string? eTag,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _writes);
        return tables.DeleteAsync(table, partitionKey, rowKey, eTag, cancellationToken);
    }

    public ValueTask<TablePage> QueryAsync(
        TableName table,
        TableQuery query,
        string? continuationToken,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _reads);
        return tables.QueryAsync(table, query, continuationToken, cancellationToken);
    }
}

using PaymentBot.Storage;

namespace PaymentBot.Tests.App.Support;

/// <summary>Tables and queues that fail while told so.</summary>
internal sealed class FlakyStorage(ITableStore tables, IQueueSender queues, StorageSwitch state)
    : ITableStore,
        IQueueSender
{
    public ValueTask<TableEntity?> GetAsync(
        TableName table,
        string partitionKey,
        string rowKey,
        CancellationToken cancellationToken
    )
    {
        state.Check();
        return tables.GetAsync(table, partitionKey, rowKey, cancellationToken);
    }

    public ValueTask<string?> InsertAsync(TableName table, TableEntity entity, CancellationToken cancellationToken)
    {
        state.CheckWrite();
        return tables.InsertAsync(table, entity, cancellationToken);
    }

    public ValueTask<string?> ReplaceAsync(
        TableName table,
        TableEntity entity,
        string eTag,
        CancellationToken cancellationToken
    )
    {
        state.CheckWrite();
        return tables.ReplaceAsync(table, entity, eTag, cancellationToken);
    }

    public ValueTask<string> UpsertAsync(TableName table, TableEntity entity, CancellationToken cancellationToken)
    {
        state.CheckWrite();
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
        state.CheckWrite();
        return tables.DeleteAsync(table, partitionKey, rowKey, eTag, cancellationToken);
    }

    public ValueTask<TablePage> QueryAsync(
        TableName table,
        TableQuery query,
        string? continuationToken,
        CancellationToken cancellationToken
    )
    {
        state.Check();
        return tables.QueryAsync(table, query, continuationToken, cancellationToken);
    }

    public ValueTask PutAsync(QueueName queue, string body, TimeSpan delay, CancellationToken cancellationToken)
    {
        state.CheckWrite();
        return queues.PutAsync(queue, body, delay, cancellationToken);
    }
}

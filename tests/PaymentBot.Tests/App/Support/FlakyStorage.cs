using PaymentBot.Storage;

namespace PaymentBot.Tests.App.Support;

/// <summary>Tables and queues that count what is asked of them, and fail while told so.</summary>
internal sealed class FlakyStorage(ITableStore tables, IQueueSender queues, StorageSwitch state, StorageTally tally)
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
        tally.Count("read", table);
        state.Check();
        return tables.GetAsync(table, partitionKey, rowKey, cancellationToken);
    }

    public ValueTask<string?> InsertAsync(TableName table, TableEntity entity, CancellationToken cancellationToken)
    {
        tally.Count("insert", table);
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
        tally.Count("replace", table);
        state.CheckWrite();
        if (table == TableName.Cards && state.LosesRace())
        {
            return ValueTask.FromResult<string?>(null);
        }

        return tables.ReplaceAsync(table, entity, eTag, cancellationToken);
    }

    public ValueTask<string> UpsertAsync(TableName table, TableEntity entity, CancellationToken cancellationToken)
    {
        tally.Count("upsert", table);
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
        tally.Count("delete", table);
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
        tally.Count("query", table);
        state.Check();
        return tables.QueryAsync(table, query, continuationToken, cancellationToken);
    }

    public ValueTask PutAsync(QueueName queue, string body, TimeSpan delay, CancellationToken cancellationToken)
    {
        tally.Count("put", queue);
        state.CheckWrite();
        return queues.PutAsync(queue, body, delay, cancellationToken);
    }
}

using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Tables;

/// <summary>
/// Tables in Azure Table Storage: one operation a call. Only after an attempt without an answer a conflict costs a read more, to see whose trace it is.
/// </summary>
internal sealed class AzureTableStore(TableServiceClient client) : ITableStore
{
    private const string AnyVersion = "*";

    private readonly ResourceMaker _maker = new(client.CreateTableIfNotExistsAsync);

    /// <inheritdoc />
    public async ValueTask<TableEntity?> GetAsync(
        TableName table,
        string partitionKey,
        string rowKey,
        CancellationToken cancellationToken
    ) => (await ReadAsync(AddressOf(table, partitionKey, rowKey), cancellationToken))?.Entity;

    /// <inheritdoc />
    public async ValueTask<string?> InsertAsync(
        TableName table,
        TableEntity entity,
        CancellationToken cancellationToken
    )
    {
        var row = AddressOf(table, entity.PartitionKey, entity.RowKey);
        var mark = WriteMark.Create();
        var body = EntityWriter.Write(entity, mark);
        using var reply = await WriteAsync(
            table,
            () => client.InsertAsync(TableAddress.Of(table), body, cancellationToken),
            cancellationToken
        );
        return reply.Is(409, "EntityAlreadyExists")
            ? await FindOwnAsync(reply, row, mark, cancellationToken)
            : RequireETag(reply, StorageOperation.InsertEntity);
    }

    /// <inheritdoc />
    public async ValueTask<string?> ReplaceAsync(
        TableName table,
        TableEntity entity,
        string eTag,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(eTag);
        var row = AddressOf(table, entity.PartitionKey, entity.RowKey);
        var mark = WriteMark.Create();
        var body = EntityWriter.Write(entity, mark);
        if (!IsETag(eTag))
        {
            return null;
        }

        using var reply = await client.PutAsync(row, body, eTag, cancellationToken);
        return reply.Status switch
        {
            412 => await FindOwnAsync(reply, row, mark, cancellationToken),
            404 => null,
            _ => RequireETag(reply, StorageOperation.UpdateEntity),
        };
    }

    /// <inheritdoc />
    public async ValueTask<string> UpsertAsync(TableName table, TableEntity entity, CancellationToken cancellationToken)
    {
        var row = AddressOf(table, entity.PartitionKey, entity.RowKey);
        var body = EntityWriter.Write(entity, WriteMark.Create());
        using var reply = await WriteAsync(
            table,
            () => client.PutAsync(row, body, eTag: null, cancellationToken),
            cancellationToken
        );
        return RequireETag(reply, StorageOperation.InsertOrReplaceEntity);
    }

    /// <inheritdoc />
    public async ValueTask<bool> DeleteAsync(
        TableName table,
        string partitionKey,
        string rowKey,
        string? eTag,
        CancellationToken cancellationToken
    )
    {
        var row = AddressOf(table, partitionKey, rowKey);
        if (eTag is not null && !IsETag(eTag))
        {
            return false;
        }

        using var reply = await client.DeleteAsync(row, eTag ?? AnyVersion, cancellationToken);
        switch (reply.Status)
        {
            case 404:
                // An earlier attempt without an answer has removed it.
                return reply.MayBeOwnTrace;
            case 412:
                return false;
            default:
                reply.RequireSuccess();
                return true;
        }
    }

    /// <inheritdoc />
    public async ValueTask<TablePage> QueryAsync(
        TableName table,
        TableQuery query,
        string? continuationToken,
        CancellationToken cancellationToken
    )
    {
        if (query.PartitionKey is { } partitionKey)
        {
            TableKey.Require(partitionKey, nameof(query));
        }

        var address = TableAddress.Of(table, query, continuationToken);
        using var reply = await client.ReadAsync(StorageOperation.QueryEntities, address, cancellationToken);
        if (reply.Status == 404)
        {
            return new TablePage([], ContinuationToken: null);
        }

        reply.RequireSuccess();
        return new TablePage(
            EntityReader.ReadMany(reply.Body.Span),
            TableAddress.Token(
                reply.Header("x-ms-continuation-NextPartitionKey"),
                reply.Header("x-ms-continuation-NextRowKey")
            )
        );
    }

    /// <summary>Writes; when the table is missing, makes it and writes again.</summary>
    private async ValueTask<StorageReply> WriteAsync(
        TableName table,
        Func<ValueTask<StorageReply>> write,
        CancellationToken cancellationToken
    )
    {
        var reply = await write();
        if (!reply.Is(404, "TableNotFound"))
        {
            return reply;
        }

        reply.Dispose();
        await _maker.MakeAsync(TableAddress.NameOf(table), cancellationToken);
        return await write();
    }

    /// <summary>The version of the row when it is the trace of an earlier attempt of the same write; null when it is somebody else's.</summary>
    private async ValueTask<string?> FindOwnAsync(
        StorageReply reply,
        string row,
        string mark,
        CancellationToken cancellationToken
    )
    {
        if (!reply.MayBeOwnTrace)
        {
            return null;
        }

        var found = await ReadAsync(row, cancellationToken);
        return string.Equals(found?.Mark, mark, StringComparison.Ordinal) ? found?.Entity.ETag : null;
    }

    private async ValueTask<(TableEntity Entity, string? Mark)?> ReadAsync(
        string row,
        CancellationToken cancellationToken
    )
    {
        using var reply = await client.ReadAsync(StorageOperation.GetEntity, row, cancellationToken);
        if (reply.Status == 404)
        {
            return null;
        }

        reply.RequireSuccess();
        return EntityReader.ReadOne(reply.Body.Span, reply.Header("ETag"));
    }

    private static string AddressOf(TableName table, string partitionKey, string rowKey)
    {
        TableKey.Require(partitionKey, nameof(partitionKey));
        TableKey.Require(rowKey, nameof(rowKey));
        return TableAddress.Of(table, partitionKey, rowKey);
    }

    private static string RequireETag(StorageReply reply, StorageOperation operation)
    {
        reply.RequireSuccess();
        return reply.Header("ETag") ?? throw StorageErrors.BadAnswer(operation);
    }

    // A version of another store is none here; the service would call it invalid.
    private static bool IsETag(string eTag) => eTag.StartsWith("W/\"", StringComparison.Ordinal) && eTag.EndsWith('"');
}

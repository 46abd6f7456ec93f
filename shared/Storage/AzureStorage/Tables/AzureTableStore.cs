using Azure;
using Azure.Data.Tables;
using PaymentBot.Storage.AzureStorage.Pipeline;
using ServiceRow = Azure.Data.Tables.TableEntity;

namespace PaymentBot.Storage.AzureStorage.Tables;

/// <summary>
/// Tables in Azure Table Storage: one operation a call. Only after an attempt without an answer a conflict costs a read more, to see whose trace it is.
/// </summary>
internal sealed class AzureTableStore(StorageClients clients) : ITableStore
{
    private const char TokenSeparator = ' ';

    private readonly Lazy<TableClient>[] _tables =
    [
        .. Enum.GetNames<TableName>().Select(name => new Lazy<TableClient>(() => clients.Tables.GetTableClient(name))),
    ];

    private readonly CreationOnFirstNeed _creation = new(
        "TableNotFound",
        async name =>
            await new StorageCall(StorageOperation.CreateTable).RunAsync(() =>
                clients.Tables.CreateTableIfNotExistsAsync(name, CancellationToken.None)
            )
    );

    /// <inheritdoc />
    public async ValueTask<TableEntity?> GetAsync(
        TableName table,
        string partitionKey,
        string rowKey,
        CancellationToken cancellationToken
    )
    {
        RequireKeys(partitionKey, rowKey);
        return await ReadAsync(table, partitionKey, rowKey, cancellationToken) is { } row ? RowFormat.Read(row) : null;
    }

    /// <inheritdoc />
    public async ValueTask<string?> InsertAsync(
        TableName table,
        TableEntity entity,
        CancellationToken cancellationToken
    )
    {
        RequireKeys(entity.PartitionKey, entity.RowKey);
        var mark = WriteMark.Create();
        var row = RowFormat.Write(entity, mark);
        var call = new StorageCall(StorageOperation.InsertEntity);
        try
        {
            return ETagOf(
                await _creation.WriteAsync(
                    table.ToString(),
                    () => call.RunAsync(() => ClientOf(table).AddEntityAsync(row, cancellationToken)),
                    cancellationToken
                )
            );
        }
        catch (StorageException exception) when (exception.Is(409, "EntityAlreadyExists"))
        {
            return call.MayBeOwnTrace ? await FindOwnAsync(table, row, mark, cancellationToken) : null;
        }
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
        RequireKeys(entity.PartitionKey, entity.RowKey);
        var mark = WriteMark.Create();
        var row = RowFormat.Write(entity, mark);
        if (!IsETag(eTag))
        {
            return null;
        }

        var call = new StorageCall(StorageOperation.UpdateEntity);
        try
        {
            return ETagOf(
                await call.RunAsync(() =>
                    ClientOf(table).UpdateEntityAsync(row, new ETag(eTag), TableUpdateMode.Replace, cancellationToken)
                )
            );
        }
        catch (StorageException exception) when (exception.Status == 412)
        {
            return call.MayBeOwnTrace ? await FindOwnAsync(table, row, mark, cancellationToken) : null;
        }
        catch (StorageException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async ValueTask<string> UpsertAsync(TableName table, TableEntity entity, CancellationToken cancellationToken)
    {
        RequireKeys(entity.PartitionKey, entity.RowKey);
        var row = RowFormat.Write(entity, WriteMark.Create());
        var call = new StorageCall(StorageOperation.InsertOrReplaceEntity);
        return ETagOf(
            await _creation.WriteAsync(
                table.ToString(),
                () =>
                    call.RunAsync(() =>
                        ClientOf(table).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken)
                    ),
                cancellationToken
            )
        );
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
        RequireKeys(partitionKey, rowKey);
        if (eTag is not null && !IsETag(eTag))
        {
            return false;
        }

        var version = eTag is null ? ETag.All : new ETag(eTag);
        var call = new StorageCall(StorageOperation.DeleteEntity);
        try
        {
            var response = await call.RunAsync(() =>
                ClientOf(table).DeleteEntityAsync(partitionKey, rowKey, version, cancellationToken)
            );
            // An earlier attempt without an answer may have removed it.
            return response.Status != 404 || call.MayBeOwnTrace;
        }
        catch (StorageException exception) when (exception.Status == 412)
        {
            return false;
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

        if (query.PageSize is < 1 or > TableQuery.MaxPageSize)
        {
            throw new ArgumentException("A page has 1 to 1000 rows.", nameof(query));
        }

        if (continuationToken?.Contains(TokenSeparator, StringComparison.Ordinal) == false)
        {
            throw new ArgumentException("This is not a continuation token of this store.", nameof(continuationToken));
        }

        try
        {
            var page = await new StorageCall(StorageOperation.QueryEntities).RunAsync(() =>
                ReadPageAsync(ClientOf(table), query, continuationToken, cancellationToken)
            );
            return new TablePage([.. page.Values.Select(RowFormat.Read)], page.ContinuationToken);
        }
        catch (StorageException exception) when (exception.Status == 404)
        {
            return new TablePage([], ContinuationToken: null);
        }
    }

    private TableClient ClientOf(TableName table) => _tables[(int)table].Value;

    /// <summary>The version of the row when it is the trace of an earlier attempt of the same write; null when it is somebody else's.</summary>
    private async ValueTask<string?> FindOwnAsync(
        TableName table,
        ServiceRow row,
        string mark,
        CancellationToken cancellationToken
    )
    {
        var found = await ReadAsync(table, row.PartitionKey, row.RowKey, cancellationToken);
        return found is not null && string.Equals(RowFormat.MarkOf(found), mark, StringComparison.Ordinal)
            ? found.ETag.ToString()
            : null;
    }

    private async ValueTask<ServiceRow?> ReadAsync(
        TableName table,
        string partitionKey,
        string rowKey,
        CancellationToken cancellationToken
    )
    {
        var found = await new StorageCall(StorageOperation.GetEntity).RunAsync(() =>
            ClientOf(table)
                .GetEntityIfExistsAsync<ServiceRow>(
                    partitionKey,
                    rowKey,
                    select: null,
                    cancellationToken: cancellationToken
                )
        );
        return found.HasValue ? found.Value : null;
    }

    private static async Task<Page<ServiceRow>> ReadPageAsync(
        TableClient client,
        TableQuery query,
        string? continuationToken,
        CancellationToken cancellationToken
    )
    {
        var pages = client
            .QueryAsync<ServiceRow>(FilterOf(query), query.PageSize, select: null, cancellationToken)
            .AsPages(continuationToken);
        await using var page = pages.GetAsyncEnumerator(cancellationToken);
        await page.MoveNextAsync();
        return page.Current;
    }

    private static string? FilterOf(TableQuery query)
    {
        var conditions = new List<string>(3);
        Add("PartitionKey eq", query.PartitionKey);
        Add("RowKey ge", query.FromRowKey);
        Add("RowKey lt", query.BeforeRowKey);
        return conditions.Count == 0 ? null : string.Join(" and ", conditions);

        void Add(string comparison, string? value)
        {
            if (value is not null)
            {
                conditions.Add($"{comparison} '{value.Replace("'", "''", StringComparison.Ordinal)}'");
            }
        }
    }

    private static void RequireKeys(string partitionKey, string rowKey)
    {
        TableKey.Require(partitionKey, nameof(partitionKey));
        TableKey.Require(rowKey, nameof(rowKey));
    }

    private static string ETagOf(Response response) =>
        response.Headers.TryGetValue("ETag", out var eTag)
            ? eTag
            : throw new StorageException("Azure Storage gave no version.", StorageErrors.Unreadable);

    // A version of another store is none here; the service would call it invalid.
    private static bool IsETag(string eTag) => eTag.StartsWith("W/\"", StringComparison.Ordinal) && eTag.EndsWith('"');
}

using System.Globalization;
using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Tables;

/// <summary>Tables in SQLite. A row's version comes from the file's one sequence, so no version ever returns.</summary>
internal sealed class SqliteTableStore(ReadPool reads, WriteLoop writes) : ITableStore
{
    /// <inheritdoc />
    public ValueTask<TableEntity?> GetAsync(
        TableName table,
        string partitionKey,
        string rowKey,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        TableKey.Require(partitionKey, nameof(partitionKey));
        TableKey.Require(rowKey, nameof(rowKey));
        return ValueTask.FromResult(
            reads.Read(
                (TableSql.For(table).Get, partitionKey, rowKey),
                static (connection, key) => Get(connection, key)
            )
        );
    }

    /// <inheritdoc />
    public async ValueTask<string?> InsertAsync(
        TableName table,
        TableEntity entity,
        CancellationToken cancellationToken
    )
    {
        RequireKeys(entity);
        var sql = TableSql.For(table).Insert;
        var properties = PropertyWriter.Write(entity);
        return await writes.RunAsync(session => Put(session, sql, entity, properties), cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<string?> ReplaceAsync(
        TableName table,
        TableEntity entity,
        string eTag,
        CancellationToken cancellationToken
    )
    {
        RequireKeys(entity);
        ArgumentNullException.ThrowIfNull(eTag);
        if (!TryParseVersion(eTag, out var version))
        {
            return null;
        }

        var sql = TableSql.For(table).Replace;
        var properties = PropertyWriter.Write(entity);
        return await writes.RunAsync(session => Put(session, sql, entity, properties, version), cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<string> UpsertAsync(TableName table, TableEntity entity, CancellationToken cancellationToken)
    {
        RequireKeys(entity);
        var sql = TableSql.For(table).Upsert;
        var properties = PropertyWriter.Write(entity);
        var version = await writes.RunAsync(session => Put(session, sql, entity, properties), cancellationToken);
        return version ?? throw new StorageException("An upsert changed no row.", SqliteErrors.InternalError);
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
        TableKey.Require(partitionKey, nameof(partitionKey));
        TableKey.Require(rowKey, nameof(rowKey));
        var version = 0L;
        if (eTag is not null && !TryParseVersion(eTag, out version))
        {
            return false;
        }

        var sql = eTag is null ? TableSql.For(table).Delete : TableSql.For(table).DeleteVersion;
        long? expected = eTag is null ? null : version;
        return await writes.RunAsync(
            session => Delete(session, sql, partitionKey, rowKey, expected),
            cancellationToken
        );
    }

    /// <inheritdoc />
    public ValueTask<TablePage> QueryAsync(
        TableName table,
        TableQuery query,
        string? continuationToken,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(TablePageReader.Read(reads, TableSql.For(table), query, continuationToken));
    }

    private static TableEntity? Get(SqliteConnection connection, (string Sql, string Partition, string Row) key)
    {
        using var statement = connection.Use(key.Sql);
        if (!statement.Bind(1, key.Partition).Bind(2, key.Row).Step())
        {
            return null;
        }

        var entity = new TableEntity(key.Partition, key.Row) { ETag = FormatVersion(statement.GetInt64(0)) };
        PropertyReader.Read(statement.GetBytes(1), entity);
        return entity;
    }

    private static string? Put(
        WriteSession session,
        string sql,
        TableEntity entity,
        ReadOnlyMemory<byte> properties,
        long? expectedVersion = null
    )
    {
        var version = session.NextNumber();
        using var statement = session.Connection.Use(sql);
        statement.Bind(1, entity.PartitionKey).Bind(2, entity.RowKey).Bind(3, version).Bind(4, properties.Span);
        if (expectedVersion is { } expected)
        {
            statement.Bind(5, expected);
        }

        statement.Step();
        return session.Connection.Changes == 0 ? null : FormatVersion(version);
    }

    private static bool Delete(WriteSession session, string sql, string partition, string row, long? expectedVersion)
    {
        using var statement = session.Connection.Use(sql);
        statement.Bind(1, partition).Bind(2, row);
        if (expectedVersion is { } expected)
        {
            statement.Bind(3, expected);
        }

        statement.Step();
        return session.Connection.Changes > 0;
    }

    private static void RequireKeys(TableEntity entity)
    {
        TableKey.Require(entity.PartitionKey, nameof(entity));
        TableKey.Require(entity.RowKey, nameof(entity));
    }

    internal static string FormatVersion(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static bool TryParseVersion(string eTag, out long version) =>
        long.TryParse(eTag, NumberStyles.None, CultureInfo.InvariantCulture, out version);
}

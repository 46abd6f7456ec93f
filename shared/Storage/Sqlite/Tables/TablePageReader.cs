using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Tables;

/// <summary>Reads a page of a query, starting right behind the last row of the page before; no cursor stays open in between.</summary>
internal static class TablePageReader
{
    /// <summary>Reads one page.</summary>
    /// <exception cref="ArgumentException">The query or the token is not a valid one.</exception>
    public static TablePage Read(ReadPool reads, TableSql sql, TableQuery query, string? continuationToken)
    {
        if (query.PageSize is < 1 or > TableQuery.MaxPageSize)
        {
            throw new ArgumentException("A page has 1 to 1000 rows.", nameof(query));
        }

        TablePosition? position = continuationToken is null ? null : TablePosition.Parse(continuationToken);
        if (query.PartitionKey is null)
        {
            return reads.Read((sql, query, position), static (connection, page) => ReadAll(connection, page));
        }

        TableKey.Require(query.PartitionKey, nameof(query));
        return reads.Read((sql, query, position), static (connection, page) => ReadPartition(connection, page));
    }

    private static TablePage ReadPartition(
        SqliteConnection connection,
        (TableSql Sql, TableQuery Query, TablePosition? Position) page
    )
    {
        using var statement = connection.Use(page.Sql.QueryPartition);
        statement
            .Bind(1, page.Query.PartitionKey!) // Checked above.
            .Bind(2, page.Position is { } position ? TableKeys.After(position.Row) : page.Query.FromRowKey ?? "")
            .Bind(3, page.Query.BeforeRowKey ?? TableKeys.AboveAll)
            .Bind(4, page.Query.PageSize + 1L);
        return ReadRows(statement, page.Query.PageSize);
    }

    private static TablePage ReadAll(
        SqliteConnection connection,
        (TableSql Sql, TableQuery Query, TablePosition? Position) page
    )
    {
        using var statement = connection.Use(page.Sql.QueryAll);
        statement
            .Bind(1, page.Position?.Partition ?? "")
            .Bind(2, page.Position is { } position ? TableKeys.After(position.Row) : "")
            .Bind(3, page.Query.FromRowKey ?? "")
            .Bind(4, page.Query.BeforeRowKey ?? TableKeys.AboveAll)
            .Bind(5, page.Query.PageSize + 1L);
        return ReadRows(statement, page.Query.PageSize);
    }

    /// <summary>Reads one row more than wanted, to know whether there is another page.</summary>
    private static TablePage ReadRows(SqliteStatement statement, int pageSize)
    {
        var rows = new List<TableEntity>();
        while (statement.Step())
        {
            if (rows.Count == pageSize)
            {
                return new TablePage(rows, new TablePosition(rows[^1].PartitionKey, rows[^1].RowKey).ToToken());
            }

            var entity = new TableEntity(statement.GetString(0), statement.GetString(1))
            {
                ETag = SqliteTableStore.FormatVersion(statement.GetInt64(2)),
            };
            PropertyReader.Read(statement.GetBytes(3), entity);
            rows.Add(entity);
        }

        return new TablePage(rows, ContinuationToken: null);
    }
}

namespace PaymentBot.Storage.Sqlite.Tables;

/// <summary>The statements for one table; built once each, so that connections find their prepared ones by the same text.</summary>
internal sealed class TableSql
{
    private static readonly TableSql[] ByTable =
    [
        .. Enum.GetValues<TableName>().Select(table => new TableSql(table.ToString())),
    ];

    private TableSql(string table)
    {
        Get = $"""SELECT version, properties FROM "{table}" WHERE partition = ? AND row = ?""";
        Insert = $"""
            INSERT INTO "{table}" (partition, row, version, properties) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
        Replace = $"""
            UPDATE "{table}" SET version = ?3, properties = ?4 WHERE partition = ?1 AND row = ?2 AND version = ?5
            """;
        Upsert = $"""
            INSERT INTO "{table}" (partition, row, version, properties) VALUES (?, ?, ?, ?)
            ON CONFLICT (partition, row) DO UPDATE SET version = excluded.version, properties = excluded.properties
            """;
        Delete = $"""DELETE FROM "{table}" WHERE partition = ?1 AND row = ?2""";
        DeleteVersion = $"""DELETE FROM "{table}" WHERE partition = ?1 AND row = ?2 AND version = ?3""";
        QueryPartition = $"""
            SELECT partition, row, version, properties FROM "{table}"
            WHERE partition = ?1 AND row >= ?2 AND row < ?3 ORDER BY row LIMIT ?4
            """;
        QueryAll = $"""
            SELECT partition, row, version, properties FROM "{table}"
            WHERE (partition, row) >= (?1, ?2) AND row >= ?3 AND row < ?4 ORDER BY partition, row LIMIT ?5
            """;
    }

    /// <summary>Parameters: partition, row. Columns: version, properties.</summary>
    public string Get { get; }

    /// <summary>Parameters: partition, row, version, properties.</summary>
    public string Insert { get; }

    /// <summary>Parameters: partition, row, new version, properties, expected version.</summary>
    public string Replace { get; }

    /// <summary>Parameters: partition, row, version, properties.</summary>
    public string Upsert { get; }

    /// <summary>Parameters: partition, row.</summary>
    public string Delete { get; }

    /// <summary>Parameters: partition, row, expected version.</summary>
    public string DeleteVersion { get; }

    /// <summary>Parameters: partition, first row, row to stop before, limit. Columns: partition, row, version, properties.</summary>
    public string QueryPartition { get; }

    /// <summary>Parameters: start partition, start row, first row, row to stop before, limit. Columns as above.</summary>
    public string QueryAll { get; }

    /// <summary>The statements for a table.</summary>
    public static TableSql For(TableName table) => ByTable[(int)table];
}

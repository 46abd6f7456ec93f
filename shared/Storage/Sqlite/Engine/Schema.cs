namespace PaymentBot.Storage.Sqlite.Engine;

/// <summary>
/// The schema and its history. <c>user_version</c> counts the steps that were applied; a step that was released never changes, a new one is
/// added at the end. Tables of <see cref="TableName"/> need no step: a missing one is created when the file is opened.
/// </summary>
internal static class Schema
{
    private static readonly string[] Steps =
    [
        // 1: identities, which are also versions and receipts and never repeat; queues. Instants are UTC ticks of 100 ns.
        """
            CREATE TABLE sequence (next INTEGER NOT NULL);
            INSERT INTO sequence VALUES (1);
            CREATE TABLE queue_messages (
                id INTEGER PRIMARY KEY, queue TEXT NOT NULL, visible_at INTEGER NOT NULL, dequeue_count INTEGER NOT NULL,
                receipt INTEGER NOT NULL, body BLOB NOT NULL);
            CREATE INDEX queue_messages_by_visibility ON queue_messages (queue, visible_at, id);
            CREATE TABLE queue_poison (
                id INTEGER PRIMARY KEY, queue TEXT NOT NULL, poisoned_at INTEGER NOT NULL, dequeue_count INTEGER NOT NULL,
                body BLOB NOT NULL);
            CREATE INDEX queue_poison_by_age ON queue_poison (queue, poisoned_at, id);
            """,
        // 2: blobs. A chunk's key is content * 2^20 + its number. Content that no blob shows (yet, or any more) is an orphan.
        """
            CREATE TABLE blobs (name TEXT PRIMARY KEY, content INTEGER NOT NULL, length INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE blob_chunks (chunk INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
            CREATE TABLE blob_orphans (content INTEGER PRIMARY KEY, touched_at INTEGER NOT NULL);
            """,
    ];

    /// <summary>The version this program writes.</summary>
    public static int CurrentVersion => Steps.Length;

    /// <summary>Brings a file of any earlier version, or an empty one, up to date. Several processes may do this at once.</summary>
    /// <exception cref="StorageException">The file has a newer version.</exception>
    public static void Update(SqliteConnection connection) => Update(connection, CurrentVersion);

    /// <summary>Brings a file up to a certain version.</summary>
    public static void Update(SqliteConnection connection, int toVersion)
    {
        if (ReadVersion(connection) == toVersion && MissingTables(connection).Count == 0)
        {
            return;
        }

        connection.ExecuteScript("BEGIN IMMEDIATE");
        var version = ReadVersion(connection);
        if (version > toVersion)
        {
            throw new StorageException(
                $"The database file has schema version {version}; this program knows {toVersion}.",
                SqliteErrors.SchemaTooNew
            );
        }

        foreach (var step in Steps[version..toVersion])
        {
            connection.ExecuteScript(step);
        }

        foreach (var table in MissingTables(connection))
        {
            connection.ExecuteScript(
                $"""
                CREATE TABLE "{table}" (
                    partition TEXT NOT NULL, row TEXT NOT NULL, version INTEGER NOT NULL, properties BLOB NOT NULL,
                    PRIMARY KEY (partition, row)) WITHOUT ROWID
                """
            );
        }

        connection.ExecuteScript($"PRAGMA user_version = {toVersion}; COMMIT");
    }

    /// <summary>The version of a file's schema; 0 when it has none.</summary>
    public static int ReadVersion(SqliteConnection connection) => (int)connection.ReadInt64("PRAGMA user_version");

    private static HashSet<string> MissingTables(SqliteConnection connection)
    {
        var missing = new HashSet<string>(Enum.GetNames<TableName>(), StringComparer.Ordinal);
        using var statement = connection.Use("SELECT name FROM sqlite_master WHERE type = 'table'");
        while (statement.Step())
        {
            missing.Remove(statement.GetString(0));
        }

        return missing;
    }
}

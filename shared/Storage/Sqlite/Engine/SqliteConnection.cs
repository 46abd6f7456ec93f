using SQLitePCL;

namespace PaymentBot.Storage.Sqlite.Engine;

/// <summary>One open connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteConnection : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    private SqliteConnection(sqlite3 handle) => _handle = handle;

    /// <summary>The number of rows the last INSERT, UPDATE or DELETE changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>Opens a file, which is made if it does not exist.</summary>
    /// <param name="path">The file.</param>
    /// <param name="busyTimeout">How long a statement waits for another connection's lock.</param>
    public static SqliteConnection Open(string path, TimeSpan busyTimeout) =>
        Open(path, busyTimeout, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);

    /// <summary>Opens an existing file that is only read, and that nobody writes meanwhile.</summary>
    /// <param name="path">The file.</param>
    public static SqliteConnection OpenReadOnly(string path) => Open(path, TimeSpan.Zero, raw.SQLITE_OPEN_READONLY);

    private static SqliteConnection Open(string path, TimeSpan busyTimeout, int mode)
    {
        Batteries_V2.Init();
        var result = raw.sqlite3_open_v2(path, out var handle, mode | raw.SQLITE_OPEN_NOMUTEX, vfs: null);
        if (result != raw.SQLITE_OK)
        {
            handle?.Dispose();
            throw SqliteErrors.Create(result, "open the database file");
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, (int)busyTimeout.TotalMilliseconds);
        return new SqliteConnection(handle);
    }

    /// <summary>The prepared statement for a text, prepared on first use and kept. Dispose it after use; only one use at a time.</summary>
    public SqliteStatement Use(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            var result = raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
            Check(result, "prepare a statement");
            statement = new SqliteStatement(handle);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    /// <summary>Runs a kept statement that has no parameters and returns no rows.</summary>
    public void Run(string sql)
    {
        using var statement = Use(sql);
        statement.Step();
    }

    /// <summary>Runs a script that will not be needed again.</summary>
    public void ExecuteScript(string sql) => Check(raw.sqlite3_exec(_handle, sql), "run a script");

    /// <summary>Runs a statement and returns its result code instead of throwing.</summary>
    public int TryExecuteScript(string sql) => raw.sqlite3_exec(_handle, sql);

    /// <summary>Reads the single value of a query.</summary>
    public long ReadInt64(string sql)
    {
        using var statement = Use(sql);
        return statement.Step() ? statement.GetInt64(0) : 0;
    }

    /// <summary>Reads the single text of a query, empty when there is none.</summary>
    public string ReadString(string sql)
    {
        using var statement = Use(sql);
        return statement.Step() ? statement.GetString(0) : string.Empty;
    }

    /// <summary>
    /// Replaces everything in another database by what is in this one at this moment, in one transaction there; who writes here meanwhile is neither
    /// seen nor held up (https://www.sqlite.org/backup.html).
    /// </summary>
    /// <param name="target">The other database; untouched when this throws.</param>
    public void CopyTo(SqliteConnection target)
    {
        const int AllPages = -1;
        var backup = raw.sqlite3_backup_init(target._handle, "main", _handle, "main");
        if (backup is null || backup.IsInvalid)
        {
            throw SqliteErrors.Create(raw.sqlite3_errcode(target._handle), "begin a copy");
        }

        var copied = raw.sqlite3_backup_step(backup, AllPages);
        var finished = raw.sqlite3_backup_finish(backup);
        if (copied != raw.SQLITE_DONE)
        {
            throw SqliteErrors.Create(finished == raw.SQLITE_OK ? copied : finished, "copy the database");
        }
    }

    /// <summary>Ends an open transaction without its changes; does nothing when SQLite has ended it already.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(_handle) == 0)
        {
            Run("ROLLBACK");
        }
    }

    /// <summary>Closes the connection; an open transaction is rolled back.</summary>
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Close();
        }

        _statements.Clear();
        _handle.Dispose();
    }

    private static void Check(int result, string action)
    {
        if (result != raw.SQLITE_OK)
        {
            throw SqliteErrors.Create(result, action);
        }
    }
}

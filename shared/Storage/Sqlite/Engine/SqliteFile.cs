using SQLitePCL;

namespace PaymentBot.Storage.Sqlite.Engine;

/// <summary>The database file: creates it, brings its schema up to date and opens connections to it.</summary>
/// <param name="path">The file; missing folders are created.</param>
/// <param name="busyTimeout">How long a connection waits for another one's lock.</param>
internal sealed class SqliteFile(string path, TimeSpan busyTimeout)
{
    // While a freshly created file is still open here, no connection to it may be opened in this process: closing any handle of a file drops
    // all POSIX locks the process has on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
    private static readonly Lock Creating = new();

    private readonly Lock _preparing = new();
    private bool _prepared;

    /// <summary>Opens a connection that may write.</summary>
    public SqliteConnection OpenWriter() => Open("PRAGMA cache_size = -8192; PRAGMA wal_autocheckpoint = 4000");

    /// <summary>Opens a connection that only reads.</summary>
    public SqliteConnection OpenReader() => Open("PRAGMA cache_size = -4096; PRAGMA query_only = 1");

    private SqliteConnection Open(string settings)
    {
        lock (_preparing)
        {
            if (!_prepared)
            {
                CreateIfMissing();
            }

            var connection = SqliteConnection.Open(path, busyTimeout);
            try
            {
                Prepare(connection);
                connection.ExecuteScript(settings);
                return connection;
            }
            catch (StorageException)
            {
                connection.Dispose();
                throw;
            }
        }
    }

    private void Prepare(SqliteConnection connection)
    {
        // FULL syncs the log at every commit; the log's size limit gives the disk back after a large upload.
        connection.ExecuteScript("PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864");
        if (_prepared)
        {
            return;
        }

        UseWriteAheadLog(connection);
        Schema.Update(connection);
        _prepared = true;
    }

    /// <summary>The mode is kept in the file. Changing it may meet another process that does the same, and then SQLite does not wait by itself.</summary>
    private void UseWriteAheadLog(SqliteConnection connection)
    {
        const int PauseMilliseconds = 10;
        var pauses = (int)busyTimeout.TotalMilliseconds / PauseMilliseconds;
        var result = connection.TryExecuteScript("PRAGMA journal_mode = WAL");
        for (var i = 0; SqliteErrors.IsBusy(result) && i < pauses; i++)
        {
            Thread.Sleep(PauseMilliseconds);
            result = connection.TryExecuteScript("PRAGMA journal_mode = WAL");
        }

        if (result != raw.SQLITE_OK)
        {
            throw SqliteErrors.Create(result, "switch to write-ahead logging");
        }
    }

    private void CreateIfMissing()
    {
        lock (Creating)
        {
            try
            {
                if (!File.Exists(path))
                {
                    Create(path);
                }
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process was faster.
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new StorageException("The database file cannot be created.", "SQLITE_CANTOPEN", exception);
            }
        }
    }

    /// <summary>Makes an empty file, and folders that are missing, for the owner only.</summary>
    /// <exception cref="IOException">It exists, or cannot be made.</exception>
    public static void Create(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        // SQLite gives its -wal and -shm files the permissions of the main file.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var created = new FileStream(path, options);
    }

    /// <summary>Moves a database that nobody has open, with its log.</summary>
    public static void Move(string path, string to)
    {
        string[] suffixes = [string.Empty, "-wal", "-shm", "-journal"];
        foreach (var suffix in suffixes.Where(suffix => File.Exists(path + suffix)))
        {
            File.Move(path + suffix, to + suffix);
        }
    }
}

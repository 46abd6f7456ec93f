namespace PaymentBot.Storage.Sqlite.Engine;

/// <summary>
/// Connections for reading. A read runs synchronously on the caller's thread, in a transaction of its own, so it sees every write whose task has
/// completed. As many connections are open as there are threads reading at once; a few are kept.
/// </summary>
internal sealed class ReadPool(SqliteFile file) : IDisposable
{
    private readonly SqliteConnection?[] _idle = new SqliteConnection?[4];
    private int _rented;
    private int _disposed;

    /// <summary>Runs a read.</summary>
    /// <exception cref="ObjectDisposedException">The database was disposed.</exception>
    public TResult Read<TState, TResult>(TState state, Func<SqliteConnection, TState, TResult> read)
    {
        Interlocked.Increment(ref _rented);
        try
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, typeof(SqliteDatabase));
            var connection = TakeIdle() ?? file.OpenReader();
            try
            {
                return read(connection, state);
            }
            finally
            {
                Keep(connection);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _rented);
        }
    }

    /// <summary>Waits for the reads that have begun, which takes microseconds, and closes all connections.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _disposed, 1);
        SpinWait.SpinUntil(() => Volatile.Read(ref _rented) == 0);
        while (TakeIdle() is { } connection)
        {
            connection.Dispose();
        }
    }

    private SqliteConnection? TakeIdle()
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is not null && Interlocked.Exchange(ref _idle[i], null) is { } connection)
            {
                return connection;
            }
        }

        return null;
    }

    private void Keep(SqliteConnection connection)
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is null && Interlocked.CompareExchange(ref _idle[i], connection, null) is null)
            {
                return;
            }
        }

        connection.Dispose();
    }
}

namespace PaymentBot.Storage.Sqlite.Engine;

/// <summary>The one writing connection of this process, within a transaction, as write operations see it.</summary>
internal sealed class WriteSession(SqliteConnection connection) : IDisposable
{
    // Numbers are reserved in blocks so that a commit rarely has to touch the sequence's page.
    private const int BlockSize = 1024;

    private long _nextNumber;
    private long _endOfBlock;

    /// <summary>The connection.</summary>
    public SqliteConnection Connection { get; } = connection;

    /// <summary>A number that was never given out before in this file: an identity, a row version or a receipt.</summary>
    public long NextNumber()
    {
        if (_nextNumber == _endOfBlock)
        {
            using var statement = Connection.Use("UPDATE sequence SET next = next + ? RETURNING next");
            statement.Bind(1, BlockSize).Step();
            _endOfBlock = statement.GetInt64(0);
            _nextNumber = _endOfBlock - BlockSize;
        }

        return _nextNumber++;
    }

    /// <summary>Starts a transaction that holds the write lock.</summary>
    public void Begin() => Connection.Run("BEGIN IMMEDIATE");

    /// <summary>Makes the transaction's changes durable.</summary>
    public void Commit() => Connection.Run("COMMIT");

    /// <summary>Drops the transaction's changes.</summary>
    public void Rollback()
    {
        // The block may have been reserved by the transaction that is dropped.
        _nextNumber = _endOfBlock = 0;
        Connection.Rollback();
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => Connection.Dispose();
}

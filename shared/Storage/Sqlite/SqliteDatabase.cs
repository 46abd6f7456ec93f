using PaymentBot.Storage.Sqlite.Blobs;
using PaymentBot.Storage.Sqlite.Engine;
using PaymentBot.Storage.Sqlite.Queues;
using PaymentBot.Storage.Sqlite.Tables;

namespace PaymentBot.Storage.Sqlite;

/// <summary>
/// One SQLite file that plays all ports of the storage. Nothing touches the file before the first operation. Any number of processes, and of
/// these objects, may use one file at once. Every completed write survives a killed process and a power failure
/// (write-ahead log, <c>synchronous = FULL</c>).
/// </summary>
public sealed class SqliteDatabase : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan DefaultBusyTimeout = TimeSpan.FromSeconds(10);

    private readonly ReadPool _reads;
    private readonly WriteLoop _writes;
    private readonly QueueSignals _signals = new();

    /// <summary>Prepares a database; opens nothing.</summary>
    /// <param name="path">
    /// The file. It and missing folders are created by the first operation, the file readable for its owner only. SQLite keeps two more files
    /// beside it, ending in <c>-wal</c> and <c>-shm</c>; a copy needs all three. Not on a network share.
    /// </param>
    /// <param name="timeProvider">The clock of the queues' visibility.</param>
    public SqliteDatabase(string path, TimeProvider timeProvider)
        : this(path, timeProvider, DefaultBusyTimeout) { }

    /// <summary>Prepares a database that waits for other processes' locks for a certain time.</summary>
    internal SqliteDatabase(string path, TimeProvider timeProvider, TimeSpan busyTimeout)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = new SqliteFile(path, busyTimeout);
        _reads = new ReadPool(file);
        _writes = new WriteLoop(file);
        Tables = new SqliteTableStore(_reads, _writes);
        QueueSender = new SqliteQueueSender(_writes, _signals, timeProvider);
        QueueReceiver = new SqliteQueueReceiver(_reads, _writes, _signals, timeProvider);
        Blobs = new SqliteBlobStore(_reads, _writes, timeProvider);
    }

    /// <summary>The tables. Keys outside the alphabet of <see cref="TableEntity"/> are an <see cref="ArgumentException"/>.</summary>
    public ITableStore Tables { get; }

    /// <summary>The sending side of the queues.</summary>
    public IQueueSender QueueSender { get; }

    /// <summary>The receiving side of the queues.</summary>
    public IQueueReceiver QueueReceiver { get; }

    /// <summary>The blobs.</summary>
    public IBlobStore Blobs { get; }

    /// <summary>How many transactions were committed by this object.</summary>
    internal long Commits => _writes.Commits;

    /// <summary>The writer, for tests of what it does with failing work.</summary>
    internal WriteLoop Writes => _writes;

    /// <summary>
    /// Finishes the writes that wait, ends all waits for queues and closes the file; the last to close it folds the log into it. Whoever calls
    /// later gets an <see cref="ObjectDisposedException"/>.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        var stopped = _writes.StopAsync();
        _reads.Dispose();
        _signals.AnnounceAll();
        await stopped;
    }

    /// <summary>As <see cref="DisposeAsync"/>, blocking.</summary>
    public void Dispose()
    {
        var stopped = _writes.StopAsync();
        _reads.Dispose();
        _signals.AnnounceAll();
        stopped.GetAwaiter().GetResult();
    }
}

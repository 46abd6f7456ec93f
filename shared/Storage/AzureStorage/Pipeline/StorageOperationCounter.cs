namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>Counts what the account is asked, repeated attempts included, since the process began. Thread-safe.</summary>
internal sealed class StorageOperationCounter
{
    private readonly long[] _counts = new long[Enum.GetValues<StorageOperation>().Length];

    /// <summary>How often an operation was asked for.</summary>
    public long this[StorageOperation operation] => Interlocked.Read(ref _counts[(int)operation]);

    /// <summary>How many operations the tables were asked.</summary>
    public long Tables => Sum(StorageOperation.GetEntity, StorageOperation.CreateTable);

    /// <summary>How many operations the queues were asked.</summary>
    public long Queues => Sum(StorageOperation.PutMessage, StorageOperation.CreateQueue);

    /// <summary>How many operations the blobs were asked.</summary>
    public long Blobs => Sum(StorageOperation.PutBlob, StorageOperation.CreateContainer);

    /// <summary>Counts an attempt.</summary>
    public void Add(StorageOperation operation) => Interlocked.Increment(ref _counts[(int)operation]);

    /// <summary>All counts that are not zero, as they are now.</summary>
    public IReadOnlyDictionary<StorageOperation, long> ToDictionary() =>
        Enum.GetValues<StorageOperation>()
            .Where(operation => this[operation] > 0)
            .ToDictionary(operation => operation, operation => this[operation]);

    private long Sum(StorageOperation first, StorageOperation last)
    {
        var sum = 0L;
        for (var operation = first; operation <= last; operation++)
        {
            sum += this[operation];
        }

        return sum;
    }
}

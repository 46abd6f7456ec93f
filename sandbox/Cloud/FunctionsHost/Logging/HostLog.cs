using System.Collections.Concurrent;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

/// <summary>Everything the host and its worker wrote.</summary>
/// <param name="clock">Tells when.</param>
internal sealed class HostLog(TimeProvider clock)
{
    private readonly ConcurrentQueue<HostLogRecord> _records = new();

    /// <summary>Raised after every record, on the thread that wrote it.</summary>
    public event Action<HostLogRecord>? Written;

    /// <summary>The records, oldest first.</summary>
    public IReadOnlyCollection<HostLogRecord> Records => _records;

    /// <summary>What the worker wrote, oldest first.</summary>
    public IEnumerable<HostLogRecord> Console => _records.Where(record => record.Category is HostLogRecord.Console);

    /// <summary>Adds a record.</summary>
    public void Write(HostLogLevel level, string category, string message)
    {
        var record = new HostLogRecord(clock.GetUtcNow(), level, category, message);
        _records.Enqueue(record);
        Written?.Invoke(record);
    }

    /// <summary>Adds a record of the host itself.</summary>
    public void Write(HostLogLevel level, string message) => Write(level, HostLogRecord.Host, message);
}

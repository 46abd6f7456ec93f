using System.Collections.Concurrent;

namespace PaymentBot.Tests.App.Support;

/// <summary>Counts what is asked of the storage: each is one operation of Azure Storage too, a query one per page.</summary>
internal sealed class StorageTally
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Count(string operation, object place) =>
        _counts.AddOrUpdate($"{operation} {place}", 1, (_, count) => count + 1);

    /// <summary>What was counted since the last time, by operation and place.</summary>
    public IReadOnlyDictionary<string, int> Take()
    {
        var taken = new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);
        _counts.Clear();
        return taken;
    }
}

namespace PaymentBot.Benchmarks.Load;

/// <summary>Hands out calls, each once or round and round.</summary>
internal sealed class CallSource(IReadOnlyList<byte[]> calls, bool repeat)
{
    private int _next = -1;

    /// <summary>How many were handed out.</summary>
    public int Taken => Math.Min(_next + 1, calls.Count);

    /// <summary>Hands one out.</summary>
    /// <returns>The next call, or null when all are used up.</returns>
    public byte[]? Next()
    {
        var index = (uint)Interlocked.Increment(ref _next);
        if (repeat)
        {
            return calls[(int)(index % (uint)calls.Count)];
        }

        return index < calls.Count ? calls[(int)index] : null;
    }
}

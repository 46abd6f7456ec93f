namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Queues;

/// <summary>The pause before the next look into an empty queue: from 100 ms up, doubling and with some chance in it.</summary>
/// <param name="longest">The longest one.</param>
internal sealed class PollingPause(TimeSpan longest)
{
    private const double Chance = 0.2;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private int _misses;

    /// <summary>There was a message: the next pause is the shortest.</summary>
    public void Reset() => _misses = 0;

    /// <summary>The next pause; each is longer than the one before.</summary>
    public TimeSpan Next()
    {
        var factor =
            _misses == 0 ? 0 : Math.Pow(2, _misses - 1) * (1 - Chance + (Random.Shared.NextDouble() * 2 * Chance));
        var pause = Shortest + (Shortest * Math.Min(factor, longest / Shortest));
        if (pause >= longest)
        {
            return longest;
        }

        _misses++;
        return pause;
    }
}

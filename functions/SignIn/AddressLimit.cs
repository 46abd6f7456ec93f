using System.Collections.Concurrent;

namespace PaymentBot.Functions.SignIn;

/// <summary>
/// Slows down whoever calls too often from one network: so many calls at once, then one per interval (the generic cell rate algorithm). It counts in
/// the memory of this instance: it protects the instance, while what may be guessed is protected by its length and by limits in the store.
/// </summary>
/// <param name="clock">The clock.</param>
public sealed class AddressLimit(TimeProvider clock)
{
    /// <summary>So many calls may come at once from one network.</summary>
    public const int Burst = 60;

    /// <summary>So many networks are told apart; all others share one count.</summary>
    public const int MaxNetworks = 10_000;

    private const string Others = "others";

    /// <summary>After a burst, one call per interval.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Tolerance = Interval * (Burst - 1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _busyUntil = new(StringComparer.Ordinal);
    private readonly Lock _cleaning = new();

    /// <summary>Counts a call.</summary>
    /// <param name="network">Where it comes from.</param>
    /// <returns>Null when it may go on; otherwise how long to wait, more than zero.</returns>
    public TimeSpan? Take(string network)
    {
        var now = clock.GetUtcNow();
        var key = _busyUntil.ContainsKey(network) || HasRoom(now) ? network : Others;
        while (true)
        {
            var known = _busyUntil.TryGetValue(key, out var former);
            var from = known && former > now ? former : now;
            if (from - now > Tolerance)
            {
                return from - now - Tolerance;
            }

            var next = from + Interval;
            if (known ? _busyUntil.TryUpdate(key, next, former) : _busyUntil.TryAdd(key, next))
            {
                return null;
            }
        }
    }

    private bool HasRoom(DateTimeOffset now)
    {
        if (_busyUntil.Count < MaxNetworks)
        {
            return true;
        }

        lock (_cleaning)
        {
            foreach (var idle in _busyUntil.Where(entry => entry.Value <= now))
            {
                _busyUntil.TryRemove(idle);
            }
        }

        return _busyUntil.Count < MaxNetworks;
    }
}

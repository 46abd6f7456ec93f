namespace PaymentBot.Sandbox.Telegram;

/// <summary>Counts sends and edits and says when the next one would be allowed. A refused call does not count.</summary>
internal sealed class RateGuard(RateLimits limits, TimeProvider clock)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _all = new();
    private readonly Dictionary<long, Queue<DateTimeOffset>> _groups = [];
    private readonly Dictionary<long, DateTimeOffset> _private = [];

    /// <summary>Takes a place for one call, or returns the whole seconds (at least 1) until there is one.</summary>
    public int? Take(long chatId)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var wait = WindowWait(_all, limits.GlobalPerSecond, Second, now);
            wait = Max(
                wait,
                chatId < 0 ? WindowWait(Group(chatId), limits.GroupPerMinute, Minute, now) : PrivateWait(chatId, now)
            );
            if (wait > TimeSpan.Zero)
            {
                return Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            }

            Count(chatId, now);
            return null;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _all.Clear();
            _groups.Clear();
            _private.Clear();
        }
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static TimeSpan WindowWait(Queue<DateTimeOffset> window, int limit, TimeSpan length, DateTimeOffset now)
    {
        while (window.TryPeek(out var oldest) && oldest + length <= now)
        {
            window.Dequeue();
        }

        return window.Count < limit ? TimeSpan.Zero : window.Peek() + length - now;
    }

    private TimeSpan PrivateWait(long chatId, DateTimeOffset now)
    {
        // The stored instant is when the chat will be idle again; a burst may run ahead of it by so many seconds.
        var idleAt = _private.GetValueOrDefault(chatId, now);
        return idleAt - now - ((limits.PrivateBurst - 1) * Second);
    }

    private void Count(long chatId, DateTimeOffset now)
    {
        _all.Enqueue(now);
        if (chatId < 0)
        {
            Group(chatId).Enqueue(now);
            return;
        }

        var idleAt = _private.GetValueOrDefault(chatId, now);
        _private[chatId] = (idleAt > now ? idleAt : now) + Second;
    }

    private Queue<DateTimeOffset> Group(long chatId)
    {
        if (!_groups.TryGetValue(chatId, out var window))
        {
            _groups[chatId] = window = new Queue<DateTimeOffset>();
        }

        return window;
    }
}

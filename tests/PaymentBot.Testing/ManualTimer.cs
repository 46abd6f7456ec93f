namespace PaymentBot.Testing;

/// <summary>A timer of <see cref="ManualTimeProvider"/>.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, Action callback) : ITimer
{
    private readonly Lock _lock = new();
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _disposed;

    /// <summary>When it fires next; the clock's to write.</summary>
    public DateTimeOffset Due { get; set; }

    /// <summary>Breaks ties: the one scheduled first fires first.</summary>
    public long Order { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        RequireDuration(dueTime, nameof(dueTime));
        RequireDuration(period, nameof(period));
        lock (_lock)
        {
            if (_disposed)
            {
                return false;
            }

            _period = period;
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                clock.Unschedule(this);
            }
            else
            {
                clock.Schedule(this, dueTime);
            }

            return true;
        }
    }

    /// <summary>Runs the callback; a periodic timer is scheduled again first, as the real one is.</summary>
    public void Fire()
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            if (_period > TimeSpan.Zero)
            {
                clock.Schedule(this, _period);
            }
        }

        callback();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            clock.Unschedule(this);
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static void RequireDuration(TimeSpan value, string parameterName)
    {
        if (value < TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(parameterName, value, "Zero or more, or infinite.");
        }
    }
}

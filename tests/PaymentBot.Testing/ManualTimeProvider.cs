namespace PaymentBot.Testing;

/// <summary>
/// A clock that moves only when told. Timers fire in the order they are due, on the thread that moves the clock, at exactly their due time; timers
/// that their callbacks create fire too if they fall due within the same advance. Thread-safe.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly Lock _advancing = new();
    private readonly List<ManualTimer> _scheduled = [];
    private readonly DateTimeOffset _start;
    private DateTimeOffset _now;
    private long _sequence;
    private TaskCompletionSource _timersChanged = NewSignal();

    /// <summary>Starts at noon of 1 March 2026, UTC.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)) { }

    public ManualTimeProvider(DateTimeOffset start)
    {
        _start = start.ToUniversalTime();
        _now = _start;
    }

    /// <summary>Raised when a timer is set: in how long it will fire.</summary>
    public event Action<TimeSpan>? Scheduled;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers wait to fire.</summary>
    public int ScheduledTimers
    {
        get
        {
            lock (_lock)
            {
                return _scheduled.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => (GetUtcNow() - _start).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward and fires what falls due on the way, the end included. Callbacks have run when it returns.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_advancing)
        {
            var end = GetUtcNow() + by;
            while (TakeDue(end) is { } timer)
            {
                timer.Fire();
            }

            lock (_lock)
            {
                _now = end;
            }
        }
    }

    /// <summary>Moves the clock to the next timer's due time and fires all timers due then.</summary>
    /// <returns>False, and the clock stays, when no timer is scheduled.</returns>
    public bool AdvanceToNextTimer()
    {
        lock (_advancing)
        {
            TimeSpan by;
            lock (_lock)
            {
                if (Earliest() is not { } next)
                {
                    return false;
                }

                by = next.Due - _now;
            }

            Advance(by);
            return true;
        }
    }

    /// <summary>Completes when at least that many timers wait to fire: the code under test has gone to sleep.</summary>
    public async Task WaitForTimersAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_scheduled.Count >= count)
                {
                    return;
                }

                changed = _timersChanged.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    internal void Schedule(ManualTimer timer, TimeSpan dueIn)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            _scheduled.Remove(timer);
            timer.Due = _now + dueIn;
            timer.Order = _sequence++;
            _scheduled.Add(timer);
            changed = _timersChanged;
            _timersChanged = NewSignal();
        }

        changed.TrySetResult();
        Scheduled?.Invoke(dueIn);
    }

    internal void Unschedule(ManualTimer timer)
    {
        lock (_lock)
        {
            _scheduled.Remove(timer);
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset end)
    {
        lock (_lock)
        {
            if (Earliest() is not { } timer || timer.Due > end)
            {
                return null;
            }

            _now = timer.Due > _now ? timer.Due : _now;
            _scheduled.Remove(timer);
            return timer;
        }
    }

    private ManualTimer? Earliest() => _scheduled.MinBy(timer => (timer.Due, timer.Order));

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

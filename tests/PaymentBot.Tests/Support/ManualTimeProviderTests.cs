using PaymentBot.Testing;

namespace PaymentBot.Tests.Support;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Time_stands_still_until_it_is_advanced()
    {
        var before = _clock.GetUtcNow();
        var timestamp = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(before.AddMinutes(5), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(5), _clock.GetElapsedTime(timestamp));
    }

    [Fact]
    public void Timers_fire_in_due_order_at_their_due_time()
    {
        var start = _clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        void Add(string name, int seconds) =>
            _clock.CreateTimer(
                _ => fired.Add((name, _clock.GetUtcNow() - start)),
                null,
                TimeSpan.FromSeconds(seconds),
                Timeout.InfiniteTimeSpan
            );
        Add("third", 3);
        Add("first", 1);
        Add("second", 2);
        Add("second too", 2);
        Add("late", 9);

        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(
            [
                ("first", TimeSpan.FromSeconds(1)),
                ("second", TimeSpan.FromSeconds(2)),
                ("second too", TimeSpan.FromSeconds(2)),
                ("third", TimeSpan.FromSeconds(3)),
            ],
            fired
        );
        Assert.Equal(1, _clock.ScheduledTimers);
    }

    [Fact]
    public void Periodic_timer_fires_once_per_period_until_disposed()
    {
        var count = 0;
        var timer = _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(4, count);

        timer.Dispose();
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(4, count);
        Assert.False(timer.Change(TimeSpan.Zero, TimeSpan.Zero));
    }

    [Fact]
    public void Timer_created_by_a_callback_fires_within_the_same_advance()
    {
        var fired = false;
        _clock.CreateTimer(
            _ => _clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );

        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.True(fired);
    }

    [Fact]
    public void Changed_timer_forgets_its_old_due_time()
    {
        var count = 0;
        using var timer = _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(0, count);

        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(0, count);
    }

    [Fact]
    public void Advancing_to_the_next_timer_stops_there()
    {
        var start = _clock.GetUtcNow();
        using var timer = _clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(7), Timeout.InfiniteTimeSpan);

        Assert.True(_clock.AdvanceToNextTimer());
        Assert.Equal(start.AddSeconds(7), _clock.GetUtcNow());
        Assert.False(_clock.AdvanceToNextTimer());
        Assert.Equal(start.AddSeconds(7), _clock.GetUtcNow());
    }

    [Fact]
    public async Task Delay_ends_when_its_time_has_come()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), _clock, CancellationToken.None);

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(delay.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await delay;
    }

    [Fact]
    public async Task Waiting_for_timers_sees_those_that_other_threads_create()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var waiting = _clock.WaitForTimersAsync(8, timeout.Token);

        var delays = Enumerable
            .Range(1, 8)
            .Select(i => Task.Run(() => Task.Delay(TimeSpan.FromSeconds(i), _clock, timeout.Token), timeout.Token))
            .ToArray();
        await waiting;
        _clock.Advance(TimeSpan.FromSeconds(8));

        await Task.WhenAll(delays);
        Assert.Equal(0, _clock.ScheduledTimers);
    }
}

using System.Text.Json;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Worker.Messages;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Timers;

/// <summary>Runs one timer: on one instance of the app, never twice at a time, and late rather than not at all.</summary>
/// <param name="function">The function.</param>
/// <param name="account">What tells the app from others.</param>
internal sealed class TimerListener(FunctionDefinition function, string account, Invoker invoker, TimeProvider clock)
    : IDisposable
{
    /// <summary>The longest wait of a timer; a longer one is made of several.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private static readonly Dictionary<string, TypedData> NoMetadata = [];

    private readonly TimerTrigger _trigger = function.Timer!;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _key = $"{account} {function.Name}";

    /// <summary>Runs until the instance stops.</summary>
    /// <param name="stopping">No more ticks.</param>
    /// <param name="dying">A run at work is dropped too.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken dying)
    {
        await Task.Yield();
        var monitored = _trigger.IsMonitored(clock.GetUtcNow());
        var missed = monitored && TimerMemory.Status(_key) is { } status && status.Next < clock.GetUtcNow();
        if (_trigger.RunOnStartup || missed)
        {
            await TickAsync(missed, dying);
        }

        while (!stopping.IsCancellationRequested)
        {
            // From the end of the run before: what came up during it is gone.
            if (await WaitAsync(_trigger.Next(clock.GetUtcNow()), stopping) && TimerMemory.Own(_key, this))
            {
                await TickAsync(isPastDue: false, dying);
            }
        }
    }

    /// <summary>Runs it now, whatever the clock says.</summary>
    /// <param name="isPastDue">What the function is told.</param>
    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> FireAsync(bool isPastDue, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            var monitored = _trigger.IsMonitored(now);
            var status = monitored ? TimerMemory.Status(_key) : null;
            var told = new TypedData { Json = Describe(monitored, status, isPastDue) };
            var succeeded = await invoker.InvokeAsync(function, told, NoMetadata, cancellationToken);
            TimerMemory.Note(_key, new TimerStatus(now, _trigger.Next(clock.GetUtcNow())));
            return succeeded;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        TimerMemory.Release(_key, this);
        _turn.Dispose();
    }

    /// <summary>What the function is told. A monitored timer that never ran has a past that is no time at all.</summary>
    private static string Describe(bool monitored, TimerStatus? status, bool isPastDue)
    {
        var known = status ?? new TimerStatus(default, default);
        var told = new
        {
            Schedule = new { AdjustForDST = true },
            ScheduleStatus = monitored
                ? new
                {
                    Last = known.Last.UtcDateTime,
                    Next = known.Next.UtcDateTime,
                    LastUpdated = known.Last.UtcDateTime,
                }
                : null,
            IsPastDue = isPastDue,
        };
        return JsonSerializer.Serialize(told);
    }

    private async Task TickAsync(bool isPastDue, CancellationToken dying)
    {
        try
        {
            if (TimerMemory.Own(_key, this))
            {
                await FireAsync(isPastDue, dying);
            }
        }
        catch (OperationCanceledException) when (dying.IsCancellationRequested)
        {
            // The instance dies, and the run with it.
        }
    }

    private async Task<bool> WaitAsync(DateTimeOffset until, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var left = until - clock.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return true;
            }

            await Task.Delay(left < LongestWait ? left : LongestWait, clock, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }
}

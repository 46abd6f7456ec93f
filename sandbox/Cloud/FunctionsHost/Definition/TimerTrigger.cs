using NCrontab;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>A function that the clock starts.</summary>
/// <param name="Binding">The name of its data in the envelope.</param>
/// <param name="Schedule">Six fields, in UTC.</param>
/// <param name="RunOnStartup">Whether it also runs when the host starts.</param>
/// <param name="UseMonitor">Whether missed ticks are made up for.</param>
internal sealed record TimerTrigger(string Binding, CrontabSchedule Schedule, bool RunOnStartup, bool UseMonitor)
{
    private static readonly TimeSpan ShortestMonitored = TimeSpan.FromMinutes(1);

    /// <summary>The first tick after a moment.</summary>
    public DateTimeOffset Next(DateTimeOffset after) =>
        new(Schedule.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);

    /// <summary>Whether the host remembers its ticks: never for one that comes more than once a minute.</summary>
    public bool IsMonitored(DateTimeOffset now)
    {
        var first = Next(now);
        return UseMonitor && Next(first) - first >= ShortestMonitored;
    }
}

using System.Collections.Concurrent;

namespace PaymentBot.Tests.Storage;

/// <summary>
/// The system's clock, except that pauses of less than ten seconds are over at once and time has moved on by as much. Longer timers, such as the
/// limit of an attempt, run as usual.
/// </summary>
internal sealed class ImpatientClock : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ConcurrentQueue<TimeSpan> _pauses = new();

    /// <summary>The pauses that were made, in their order.</summary>
    public IReadOnlyCollection<TimeSpan> Pauses => _pauses;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Skipped;

    public override long GetTimestamp() =>
        System.GetTimestamp() + (long)(Skipped.TotalSeconds * System.TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime >= Patience)
        {
            return System.CreateTimer(callback, state, dueTime, period);
        }

        _pauses.Enqueue(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private TimeSpan Skipped => TimeSpan.FromTicks(_pauses.Sum(pause => pause.Ticks));
}

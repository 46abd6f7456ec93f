namespace PaymentBot.Bot.Delivery.Slots;

/// <summary>
/// The last line before Telegram's limit: whatever the slots say, this process begins no more than 30 sends in any second. Slots that passed while the
/// process stood still would otherwise be used all at once. Thread-safe.
/// </summary>
/// <param name="timeProvider">The clock.</param>
public sealed class SendPace(TimeProvider timeProvider)
{
    private const int PerWindow = 30;

    /// <summary>A second and some, for calls do not arrive as evenly as they leave.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1010);

    private readonly Lock _gate = new();
    private readonly DateTimeOffset[] _begun = new DateTimeOffset[PerWindow];
    private int _oldest;

    /// <summary>Begins some sends now, or tells how long to wait before asking again.</summary>
    /// <param name="count">How many, 1 or more; never more than fit are waited for.</param>
    /// <returns>Zero when they may go.</returns>
    public TimeSpan Take(int count)
    {
        var taken = Math.Min(count, PerWindow);
        var now = timeProvider.GetUtcNow();
        lock (_gate)
        {
            var free = _begun[(_oldest + taken - 1) % PerWindow] + Window;
            if (free > now)
            {
                return free - now;
            }

            for (var index = 0; index < taken; index++)
            {
                _begun[_oldest] = now;
                _oldest = (_oldest + 1) % PerWindow;
            }

            return TimeSpan.Zero;
        }
    }
}

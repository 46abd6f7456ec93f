namespace PaymentBot.Bot.Delivery.Slots;

/// <summary>
/// A rate as the generic cell rate algorithm has it: one send every <paramref name="Interval"/> on average, up to <paramref name="Burst"/> at
/// once after a pause. Pure.
/// </summary>
/// <param name="Interval">The time one send uses up.</param>
/// <param name="Burst">How many may go at once, 1 or more.</param>
public sealed record SendRate(TimeSpan Interval, int Burst)
{
    /// <summary>
    /// All chats together: Telegram allows about 30 a second (https://core.telegram.org/bots/faq). Bulk takes 29, evenly spaced, and
    /// leaves the last for answers to taps.
    /// </summary>
    public static SendRate Bulk { get; } = new(TimeSpan.FromSeconds(1) / 29, 1);

    /// <summary>What answers to taps may use while bulk is on its way.</summary>
    public static SendRate Interactive { get; } = new(TimeSpan.FromSeconds(1), 1);

    /// <summary>One private chat: one a second.</summary>
    public static SendRate PrivateChat { get; } = new(TimeSpan.FromSeconds(1), 1);

    /// <summary>One group: never more than 20 in any minute, 10 of them at once (10 + 60 / 6 = 20), so that an album and its card go together.</summary>
    public static SendRate Group { get; } = new(TimeSpan.FromSeconds(6), 10);

    /// <summary>Takes the next slots.</summary>
    /// <param name="used">The instant up to which the rate is used up; as an earlier call left it.</param>
    /// <param name="earliest">No slot before this.</param>
    /// <param name="weight">How many sends go at the slot, 1 or more.</param>
    /// <returns>When to send, and the new value of <paramref name="used"/>.</returns>
    public (DateTimeOffset At, DateTimeOffset Used) Take(DateTimeOffset used, DateTimeOffset earliest, int weight = 1)
    {
        var free = used - (Interval * (Burst - 1));
        var at = free > earliest ? free : earliest;
        return (at, (used > at ? used : at) + (Interval * weight));
    }
}

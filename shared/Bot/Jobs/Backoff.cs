namespace PaymentBot.Bot.Jobs;

/// <summary>How long to wait before something is tried again. Pure.</summary>
public static class Backoff
{
    /// <summary>Each wait is so many times as long as the one before it.</summary>
    /// <param name="first">The first wait.</param>
    /// <param name="factor">How many times, 1 or more.</param>
    /// <param name="waits">How many waits there were before this one; less than 0 counts as 0.</param>
    /// <param name="longest">The longest wait.</param>
    public static TimeSpan After(TimeSpan first, double factor, int waits, TimeSpan longest) =>
        TimeSpan.FromTicks((long)Math.Min(first.Ticks * Math.Pow(factor, Math.Max(waits, 0)), longest.Ticks));
}

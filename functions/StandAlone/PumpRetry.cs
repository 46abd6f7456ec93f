using PaymentBot.Bot.Jobs;

namespace PaymentBot.Functions.StandAlone;

/// <summary>When a message whose work threw is tried again. Pure.</summary>
internal static class PumpRetry
{
    /// <summary>1, 4, 16, 64, 256 seconds.</summary>
    /// <param name="dequeueCount">How often it was tried, 1 or more.</param>
    public static TimeSpan DelayAfter(int dequeueCount) =>
        Backoff.After(TimeSpan.FromSeconds(1), 4, dequeueCount - 1, TimeSpan.FromSeconds(256));
}

namespace PaymentBot.Functions.StandAlone;

/// <summary>When a message whose work threw is tried again. Pure.</summary>
internal static class PumpRetry
{
    /// <summary>1, 4, 16, 64 seconds.</summary>
    /// <param name="dequeueCount">How often it was tried, 1 or more.</param>
    public static TimeSpan DelayAfter(int dequeueCount) =>
        TimeSpan.FromSeconds(Math.Pow(4, Math.Clamp(dequeueCount - 1, 0, 4)));
}

namespace PaymentBot.Sandbox.Telegram;

/// <summary>When a failed webhook is called again: first at once, then after 2, 4, 8 … seconds, or as the bot asked.</summary>
internal static class WebhookRetry
{
    // The real server draws its cap from 60 to 120 seconds; a fixed one keeps tests exact.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <param name="failures">How often the update has failed, at least 1.</param>
    public static TimeSpan Delay(int failures, TimeSpan? retryAfter)
    {
        if (retryAfter is { } asked)
        {
            return asked < LongestAsked ? asked : LongestAsked;
        }

        return failures switch
        {
            <= 1 => TimeSpan.Zero,
            >= 7 => Longest,
            _ => TimeSpan.FromSeconds(1 << (failures - 1)),
        };
    }
}

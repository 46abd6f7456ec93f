namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>Whether and when to ask again: a pure function.</summary>
internal static class RetryRule
{
    /// <summary>How often a service is asked at most.</summary>
    public const int MaxAttempts = 5;

    /// <summary>No attempt begins later than this after the first.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(25);

    // A block has 4 MB, and the line may be slow.
    private static readonly TimeSpan UploadTimeout = TimeSpan.FromSeconds(60);

    // Reading may take as long as it likes; a connection that gives nothing for so long is dead.
    private static readonly TimeSpan DownloadTimeout = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ShortTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(400);

    /// <summary>Whether an answer is worth asking again: the service is busy, or does not know itself what it did.</summary>
    public static bool IsPassing(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    /// <summary>How long one attempt may take.</summary>
    /// <param name="operation">What is asked for, or null for anything without content of its own.</param>
    public static TimeSpan AttemptTimeout(StorageOperation? operation) =>
        operation switch
        {
            StorageOperation.PutBlob or StorageOperation.PutBlock => UploadTimeout,
            StorageOperation.GetBlob => DownloadTimeout,
            _ => ShortTimeout,
        };

    /// <summary>How long to wait before the next attempt, or null to give up.</summary>
    /// <param name="attempts">How many were made, 1 or more.</param>
    /// <param name="elapsed">How long ago the first began.</param>
    /// <param name="retryAfter">What the service asks for, or null.</param>
    /// <param name="chance">0 to 1, spreads those who failed together.</param>
    public static TimeSpan? Delay(int attempts, TimeSpan elapsed, TimeSpan? retryAfter, double chance)
    {
        // 0.4, 0.8, 1.6 and 3.2 seconds, each a quarter less or more.
        var delay = retryAfter ?? FirstDelay * Math.Pow(2, attempts - 1) * (0.75 + (chance / 2));
        return attempts < MaxAttempts && elapsed + delay <= Budget ? delay : null;
    }
}

namespace PaymentBot.Sandbox.Cloud.FunctionsHost;

/// <summary>The host's times. Tests shorten them; what is null is as host.json says.</summary>
internal sealed record FunctionsHostTimings
{
    /// <summary>How long a received message stays invisible. Shorter ones are not renewed: the listener renews after five minutes.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a function may take: <c>functionTimeout</c>.</summary>
    public TimeSpan? FunctionTimeout { get; init; }

    /// <summary>How long a failed message stays invisible: <c>extensions.queues.visibilityTimeout</c>.</summary>
    public TimeSpan? VisibilityTimeout { get; init; }

    /// <summary>The longest pause between two looks into an empty queue: <c>extensions.queues.maxPollingInterval</c>.</summary>
    public TimeSpan? MaxPollingInterval { get; init; }

    /// <summary>How long the worker may take until its functions are loaded.</summary>
    public TimeSpan? InitializationTimeout { get; init; }

    /// <summary>An error of the worker counts as long as no later one is this much younger.</summary>
    public TimeSpan ErrorWindow { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long what still runs may take when the host is told to stop.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the worker may take to end itself after that.</summary>
    public TimeSpan Terminate { get; init; } = TimeSpan.FromSeconds(5);
}

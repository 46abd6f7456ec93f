namespace PaymentBot.Sandbox.Cloud.FunctionsHost;

/// <summary>The host's times. Tests shorten them; what is null is as host.json says.</summary>
internal sealed record FunctionsHostTimings
{
    /// <summary>How long a received message stays invisible; renewed at half while its function runs. The real host has no setting for it.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a function may take: <c>functionTimeout</c>.</summary>
    public TimeSpan? FunctionTimeout { get; init; }

    /// <summary>How long a failed message stays invisible: <c>extensions.queues.visibilityTimeout</c>.</summary>
    public TimeSpan? VisibilityTimeout { get; init; }

    /// <summary>The longest pause between two looks into an empty queue: <c>extensions.queues.maxPollingInterval</c>.</summary>
    public TimeSpan? MaxPollingInterval { get; init; }

    /// <summary>How long the handler may take to open its port: <c>customHandler.initializationTimeout</c>.</summary>
    public TimeSpan? InitializationTimeout { get; init; }

    /// <summary>An error of the handler counts as long as no later one is this much younger.</summary>
    public TimeSpan ErrorWindow { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The pause between two knocks at a port that is not open yet.</summary>
    public TimeSpan ReadinessPoll { get; init; } = TimeSpan.FromMilliseconds(25);
}

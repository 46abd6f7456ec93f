namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary><c>extensions.queues</c> of host.json.</summary>
internal sealed record QueuesSettings
{
    /// <summary>How many messages one look fetches, 1 to 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>The next batch is fetched when no more than this many messages are being worked on.</summary>
    public int NewBatchThreshold { get; init; } = 8;

    /// <summary>The attempt after which a message goes to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a failed message stays invisible.</summary>
    public TimeSpan VisibilityTimeout { get; init; }

    /// <summary>The longest pause between two looks into an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether texts lie in the queue as base64.</summary>
    public bool Base64 { get; init; } = true;
}

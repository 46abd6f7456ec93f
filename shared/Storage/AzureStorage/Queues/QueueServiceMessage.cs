namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>A message as the queue service has it. What an answer does not tell is empty or null.</summary>
internal sealed record QueueServiceMessage
{
    /// <summary>The message's identity.</summary>
    public required string MessageId { get; init; }

    /// <summary>Proof of the lease; empty for a message that was only looked at.</summary>
    public string PopReceipt { get; init; } = "";

    /// <summary>The text as it is on the wire; empty for a message that was just sent.</summary>
    public string MessageText { get; init; } = "";

    /// <summary>How often it was received, this time included.</summary>
    public int DequeueCount { get; init; }

    /// <summary>When it was put.</summary>
    public DateTimeOffset? InsertedOn { get; init; }

    /// <summary>When the service throws it away; the year 9999 for never.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>When it can be received again; null for a message that was only looked at.</summary>
    public DateTimeOffset? NextVisibleOn { get; init; }
}

namespace PaymentBot.Storage;

/// <summary>Puts work into queues. Delivery is at least once, in no promised order.</summary>
public interface IQueueSender
{
    /// <summary>The largest body, in bytes of UTF-8.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <summary>Puts one message; it is durable when the task completes.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="body">Text, at most <see cref="MaxBodyBytes"/>.</param>
    /// <param name="delay">How long nobody may receive it, 0 to 7 days.</param>
    /// <param name="cancellationToken">Ends the wait; the message may have been put all the same.</param>
    /// <exception cref="ArgumentException">The body is too large or no valid text, or the delay is out of its range.</exception>
    /// <exception cref="StorageException">The store failed; putting again is safe.</exception>
    ValueTask PutAsync(QueueName queue, string body, TimeSpan delay, CancellationToken cancellationToken);
}

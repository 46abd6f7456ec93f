namespace PaymentBot.Storage;

/// <summary>Puts work into queues. Delivery is at least once, in no promised order.</summary>
public interface IQueueSender
{
    /// <summary>Puts one message; it is durable when the task completes.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="body">Text, at most 48 KB in UTF-8.</param>
    /// <param name="delay">How long nobody may receive it, 0 to 7 days.</param>
    /// <param name="cancellationToken">Ends the wait; the message may have been put all the same.</param>
    /// <exception cref="StorageException">The store failed; putting again is safe.</exception>
    ValueTask PutAsync(QueueName queue, string body, TimeSpan delay, CancellationToken cancellationToken);
}

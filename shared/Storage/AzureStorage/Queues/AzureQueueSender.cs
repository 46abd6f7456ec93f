namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>
/// Puts messages into Azure Queue Storage: one operation, and a blob before it for a body that the queue cannot hold. After an attempt without an
/// answer a message may be there twice.
/// </summary>
internal sealed class AzureQueueSender(AzureQueue[] queues, BlobQueueBodies bodies, QueueWakeUps wakeUps) : IQueueSender
{
    /// <inheritdoc />
    public async ValueTask PutAsync(QueueName queue, string body, TimeSpan delay, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, AzureQueue.MaxVisibility);
        var text = await bodies.StoreAsync(body, cancellationToken);
        await queues[(int)queue].PutAsync(QueueText.Encode(text), delay, cancellationToken);
        if (delay == TimeSpan.Zero)
        {
            wakeUps.Announce(queue);
        }
    }
}

using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>Puts texts into queues that may still have to be made.</summary>
internal sealed class QueueWriter(QueueServiceClient client)
{
    private readonly ResourceMaker _maker = new(
        async (name, cancellationToken) => await client.CreateQueueIfNotExistsAsync(name, cancellationToken)
    );

    /// <summary>Puts a message that never expires; when the queue is missing, makes it first.</summary>
    /// <param name="queueName">The queue.</param>
    /// <param name="wire">The text as it goes over the wire.</param>
    /// <param name="delay">How long nobody can receive it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask PutAsync(string queueName, string wire, TimeSpan delay, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendMessageAsync(queueName, wire, delay, timeToLive: null, cancellationToken);
        }
        catch (StorageException exception) when (QueueNames.IsMissing(exception))
        {
            await _maker.MakeAsync(queueName, cancellationToken);
            await client.SendMessageAsync(queueName, wire, delay, timeToLive: null, cancellationToken);
        }
    }
}

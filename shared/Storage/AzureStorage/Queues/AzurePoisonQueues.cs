using ServiceMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>
/// Messages that were given up, each in the queue beside its own, where the Functions host puts them too. The service cannot fetch a message by its identity: whoever is wanted is looked for by
/// leasing the queue from its beginning, and the others are given back at once.
/// </summary>
internal sealed class AzurePoisonQueues(
    AzureQueue[] queues,
    AzureQueue[] poisonQueues,
    BlobQueueBodies bodies,
    TimeProvider timeProvider
)
{
    // Long enough to look through the queue and to do what is wanted.
    private static readonly TimeSpan SearchLease = TimeSpan.FromMinutes(2);

    /// <summary>Moves a leased message here: puts it, then deletes it there.</summary>
    /// <param name="queue">The message's queue.</param>
    /// <param name="id">The message's identity.</param>
    /// <param name="receipt">Proof of the lease.</param>
    /// <param name="wire">The message's text on the wire.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when the lease was lost.</returns>
    public async ValueTask<bool> AddAsync(
        QueueName queue,
        string id,
        string receipt,
        string wire,
        CancellationToken cancellationToken
    )
    {
        // Renewing proves the lease before there is a copy of somebody else's message.
        var origin = queues[(int)queue];
        if (await origin.UpdateAsync(id, receipt, wire, SearchLease, cancellationToken) is not { } renewed)
        {
            return false;
        }

        await poisonQueues[(int)queue].PutAsync(wire, TimeSpan.Zero, cancellationToken);
        return await origin.DeleteAsync(id, renewed, cancellationToken);
    }

    /// <summary>Looks at the first messages, at most 32.</summary>
    public async ValueTask<IReadOnlyList<PoisonMessage>> ListAsync(
        QueueName queue,
        int maxMessages,
        CancellationToken cancellationToken
    )
    {
        var count = Math.Min(maxMessages, AzureQueue.MaxMessages);
        var found = await poisonQueues[(int)queue].PeekAsync(count, cancellationToken);
        var messages = new List<PoisonMessage>(found.Count);
        foreach (var message in found)
        {
            messages.Add(
                new PoisonMessage(
                    message.MessageId,
                    await ReadAsync(message.MessageText, cancellationToken),
                    DequeueCount: 0,
                    message.InsertedOn ?? timeProvider.GetUtcNow()
                )
            );
        }

        return messages;
    }

    /// <summary>Moves a message back to its queue as if new: puts it, then deletes it here.</summary>
    /// <returns>False when there is none of that identity.</returns>
    public async ValueTask<bool> ReplayAsync(QueueName queue, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(queue, id, cancellationToken) is not { } found)
        {
            return false;
        }

        await queues[(int)queue].PutAsync(found.MessageText, TimeSpan.Zero, cancellationToken);
        await poisonQueues[(int)queue].DeleteAsync(id, found.PopReceipt, cancellationToken);
        return true;
    }

    /// <summary>Removes a message, and the blob it may point to.</summary>
    /// <returns>False when there is none of that identity.</returns>
    public async ValueTask<bool> DropAsync(QueueName queue, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(queue, id, cancellationToken) is not { } found)
        {
            return false;
        }

        var dropped = await poisonQueues[(int)queue].DeleteAsync(id, found.PopReceipt, cancellationToken);
        if (dropped && QueueText.Decode(found.MessageText) is { } text)
        {
            await bodies.ForgetAsync(text, cancellationToken);
        }

        return dropped;
    }

    /// <summary>Leases the message of that identity.</summary>
    private async ValueTask<ServiceMessage?> FindAsync(QueueName queue, string id, CancellationToken cancellationToken)
    {
        var poison = poisonQueues[(int)queue];
        var others = new List<ServiceMessage>();
        try
        {
            while (true)
            {
                var messages = await poison.ReceiveAsync(AzureQueue.MaxMessages, SearchLease, cancellationToken);
                var found = messages.FirstOrDefault(message =>
                    string.Equals(message.MessageId, id, StringComparison.Ordinal)
                );
                others.AddRange(messages.Where(message => message != found));
                if (found is not null || messages.Count == 0)
                {
                    return found;
                }
            }
        }
        finally
        {
            foreach (var message in others)
            {
                await poison.UpdateAsync(
                    message.MessageId,
                    message.PopReceipt,
                    message.MessageText,
                    TimeSpan.Zero,
                    CancellationToken.None
                );
            }
        }
    }

    /// <summary>What a message says, as far as it can still be read.</summary>
    private async ValueTask<string> ReadAsync(string wire, CancellationToken cancellationToken)
    {
        var text = QueueText.Decode(wire);
        try
        {
            return text is null ? wire : await bodies.ReadAsync(text, cancellationToken);
        }
        catch (StorageException exception)
            when (string.Equals(exception.ErrorCode, BlobQueueBodies.BlobNotFound, StringComparison.Ordinal))
        {
            return text ?? wire;
        }
    }
}

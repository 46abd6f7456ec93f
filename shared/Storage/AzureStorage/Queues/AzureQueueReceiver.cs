using Microsoft.Extensions.Logging;
using ServiceMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>Leases messages of Azure Queue Storage. What cannot be read, and would never be, is put to the given-up messages and does not hold up the others.</summary>
internal sealed partial class AzureQueueReceiver(
    AzureQueue[] queues,
    AzurePoisonQueues poison,
    BlobQueueBodies bodies,
    QueueWakeUps wakeUps,
    TimeProvider timeProvider,
    ILogger logger
) : IQueueReceiver
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(
        QueueName queue,
        int maxMessages,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxMessages, AzureQueue.MaxMessages);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lease, AzureQueue.MaxVisibility);
        var received = await queues[(int)queue].ReceiveAsync(maxMessages, lease, cancellationToken);
        var messages = new List<QueueMessage>(received.Count);
        foreach (var message in received)
        {
            if (await OpenAsync(queue, message, cancellationToken) is { } opened)
            {
                messages.Add(opened);
            }
        }

        return messages;
    }

    /// <inheritdoc />
    public async ValueTask<QueueMessage?> UpdateAsync(
        QueueName queue,
        QueueMessage message,
        TimeSpan visibility,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(visibility, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(visibility, AzureQueue.MaxVisibility);
        var lease = MessageLease.Parse(message.PopReceipt);
        var receipt = await queues[(int)queue]
            .UpdateAsync(message.Id, lease.Receipt, WireOf(message, lease), visibility, cancellationToken);
        if (visibility == TimeSpan.Zero)
        {
            wakeUps.Announce(queue);
        }

        return receipt is null ? null : message with { PopReceipt = (lease with { Receipt = receipt }).ToPopReceipt() };
    }

    /// <inheritdoc />
    public async ValueTask<bool> CompleteAsync(
        QueueName queue,
        QueueMessage message,
        CancellationToken cancellationToken
    )
    {
        var lease = MessageLease.Parse(message.PopReceipt);
        var completed = await queues[(int)queue].DeleteAsync(message.Id, lease.Receipt, cancellationToken);
        if (completed && lease.Pointer is { } pointer)
        {
            await ForgetAsync(queue, message.Id, pointer, cancellationToken);
        }

        return completed;
    }

    /// <inheritdoc />
    public ValueTask<bool> PoisonAsync(QueueName queue, QueueMessage message, CancellationToken cancellationToken)
    {
        var lease = MessageLease.Parse(message.PopReceipt);
        return poison.AddAsync(queue, message.Id, lease.Receipt, WireOf(message, lease), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask WaitAsync(QueueName queue, CancellationToken cancellationToken) =>
        wakeUps.WaitAsync(queue, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<PoisonMessage>> ListPoisonAsync(
        QueueName queue,
        int maxMessages,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        return poison.ListAsync(queue, maxMessages, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<bool> ReplayPoisonAsync(QueueName queue, string id, CancellationToken cancellationToken)
    {
        var replayed = await poison.ReplayAsync(queue, id, cancellationToken);
        wakeUps.Announce(queue);
        return replayed;
    }

    /// <inheritdoc />
    public ValueTask<bool> DropPoisonAsync(QueueName queue, string id, CancellationToken cancellationToken) =>
        poison.DropAsync(queue, id, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<DateTimeOffset?> NextVisibleAsync(QueueName queue, CancellationToken cancellationToken)
    {
        if (!await queues[(int)queue].HasAnyAsync(cancellationToken))
        {
            return null;
        }

        var visible = await queues[(int)queue].PeekAsync(maxMessages: 1, cancellationToken);
        return visible is [var first] ? first.InsertedOn : timeProvider.GetUtcNow() + LookAgain;
    }

    /// <summary>Reads what a message says.</summary>
    /// <returns>Null when it cannot be read: now, and it comes again after its lease; or ever, and it was given up.</returns>
    private async ValueTask<QueueMessage?> OpenAsync(
        QueueName queue,
        ServiceMessage message,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (QueueText.Decode(message.MessageText) is { } text)
            {
                var body = await bodies.ReadAsync(text, cancellationToken);
                var lease = new MessageLease(message.PopReceipt, ReferenceEquals(body, text) ? null : text);
                return new QueueMessage(message.MessageId, body, (int)message.DequeueCount, lease.ToPopReceipt());
            }
        }
        catch (StorageException exception)
            when (!string.Equals(exception.ErrorCode, BlobQueueBodies.BlobNotFound, StringComparison.Ordinal))
        {
            Log.NotReadNow(logger, exception, queue, message.MessageId);
            return null;
        }
        catch (StorageException exception)
        {
            Log.BodyGone(logger, exception, queue, message.MessageId);
        }

        Log.GivenUp(logger, queue, message.MessageId);
        var (id, receipt) = (message.MessageId, message.PopReceipt);
        await poison.AddAsync(queue, id, receipt, message.MessageText, cancellationToken);
        return null;
    }

    private async ValueTask ForgetAsync(QueueName queue, string id, string pointer, CancellationToken cancellationToken)
    {
        try
        {
            await bodies.ForgetAsync(pointer, cancellationToken);
        }
        catch (StorageException exception)
        {
            // The work is done and the message is gone; only bytes stay behind.
            Log.BodyLeft(logger, exception, queue, id);
        }
    }

    private static string WireOf(QueueMessage message, MessageLease lease) =>
        QueueText.Encode(lease.Pointer ?? message.Body);

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Error,
            Message = "Message {MessageId} of {Queue} can never be read; it was put to the given-up messages"
        )]
        public static partial void GivenUp(ILogger logger, QueueName queue, string messageId);

        [LoggerMessage(
            EventId = 2,
            Level = LogLevel.Warning,
            Message = "The body of message {MessageId} of {Queue} cannot be read now; the message comes again"
        )]
        public static partial void NotReadNow(ILogger logger, Exception exception, QueueName queue, string messageId);

        [LoggerMessage(
            EventId = 3,
            Level = LogLevel.Warning,
            Message = "The blob with the body of message {MessageId} of {Queue} is gone"
        )]
        public static partial void BodyGone(ILogger logger, Exception exception, QueueName queue, string messageId);

        [LoggerMessage(
            EventId = 4,
            Level = LogLevel.Warning,
            Message = "The blob with the body of message {MessageId} of {Queue} was not removed"
        )]
        public static partial void BodyLeft(ILogger logger, Exception exception, QueueName queue, string messageId);
    }
}

using Azure;
using Azure.Storage.Queues;
using PaymentBot.Storage;

namespace PaymentBot.EndToEnd.Hosted;

/// <summary>A message as the queue service has it. What an answer does not tell is empty or null.</summary>
internal sealed record QueueServiceMessage
{
    public required string MessageId { get; init; }

    /// <summary>Proof of the lease; empty for a message that was only looked at.</summary>
    public string PopReceipt { get; init; } = "";

    /// <summary>The text as it is on the wire.</summary>
    public required string MessageText { get; init; }

    /// <summary>How often it was received, this time included.</summary>
    public required long DequeueCount { get; init; }

    public DateTimeOffset? InsertedOn { get; init; }

    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>When it can be received again; null for a message that was only looked at.</summary>
    public DateTimeOffset? NextVisibleOn { get; init; }
}

/// <summary>The queues of an account as the host uses them. Whatever the service refuses is a <see cref="StorageException"/> with its code.</summary>
internal sealed class HostQueues(QueueServiceClient service)
{
    public async Task CreateQueueIfNotExistsAsync(string queueName, CancellationToken cancellationToken) =>
        await RunAsync(() => QueueOf(queueName).CreateIfNotExistsAsync(cancellationToken: cancellationToken));

    public async Task SendMessageAsync(
        string queueName,
        string messageText,
        TimeSpan? timeToLive = null,
        CancellationToken cancellationToken = default
    ) =>
        await RunAsync(() =>
            QueueOf(queueName)
                .SendMessageAsync(
                    messageText,
                    visibilityTimeout: null,
                    timeToLive ?? TimeSpan.FromSeconds(-1),
                    cancellationToken
                )
        );

    public async Task<IReadOnlyList<QueueServiceMessage>> ReceiveMessagesAsync(
        string queueName,
        int maxMessages,
        TimeSpan visibilityTimeout,
        CancellationToken cancellationToken = default
    ) =>
        [
            .. (
                await RunAsync(() =>
                    QueueOf(queueName).ReceiveMessagesAsync(maxMessages, visibilityTimeout, cancellationToken)
                )
            ).Value.Select(message => new QueueServiceMessage
            {
                MessageId = message.MessageId,
                PopReceipt = message.PopReceipt,
                MessageText = message.MessageText,
                DequeueCount = message.DequeueCount,
                InsertedOn = message.InsertedOn,
                ExpiresOn = message.ExpiresOn,
                NextVisibleOn = message.NextVisibleOn,
            }),
        ];

    public async Task<IReadOnlyList<QueueServiceMessage>> PeekMessagesAsync(
        string queueName,
        int maxMessages,
        CancellationToken cancellationToken = default
    ) =>
        [
            .. (
                await RunAsync(() => QueueOf(queueName).PeekMessagesAsync(maxMessages, cancellationToken))
            ).Value.Select(message => new QueueServiceMessage
            {
                MessageId = message.MessageId,
                MessageText = message.MessageText,
                DequeueCount = message.DequeueCount,
                InsertedOn = message.InsertedOn,
                ExpiresOn = message.ExpiresOn,
            }),
        ];

    /// <summary>Sets when a leased message can be received again; its text stays.</summary>
    /// <returns>The new receipt, or null when the lease was lost.</returns>
    public async Task<string?> UpdateMessageAsync(
        string queueName,
        QueueServiceMessage message,
        TimeSpan visibilityTimeout,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return (
                await RunAsync(() =>
                    QueueOf(queueName)
                        .UpdateMessageAsync(
                            message.MessageId,
                            message.PopReceipt,
                            message.MessageText,
                            visibilityTimeout,
                            cancellationToken
                        )
                )
            )
                .Value
                .PopReceipt;
        }
        catch (StorageException exception) when (IsLost(exception))
        {
            return null;
        }
    }

    public async Task DeleteMessageAsync(
        string queueName,
        string messageId,
        string popReceipt,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await RunAsync(() => QueueOf(queueName).DeleteMessageAsync(messageId, popReceipt, cancellationToken));
        }
        catch (StorageException exception) when (IsLost(exception))
        {
            // Somebody else has it now.
        }
    }

    /// <summary>How many messages lie in a queue, leased and delayed ones included; null when there is no such queue.</summary>
    public async Task<int?> GetApproximateMessagesCountAsync(
        string queueName,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            var properties = await RunAsync(() => QueueOf(queueName).GetPropertiesAsync(cancellationToken));
            return (int)properties.Value.ApproximateMessagesCountLong;
        }
        catch (StorageException exception) when (exception.ErrorCode is "QueueNotFound")
        {
            return null;
        }
    }

    private QueueClient QueueOf(string queueName) => service.GetQueueClient(queueName);

    private static bool IsLost(StorageException exception) =>
        exception.ErrorCode is "QueueNotFound" or "MessageNotFound" or "PopReceiptMismatch";

    private static async Task<T> RunAsync<T>(Func<Task<T>> send)
    {
        try
        {
            return await send();
        }
        catch (RequestFailedException exception)
        {
            throw new StorageException("The queue service refused.", exception.ErrorCode ?? "", exception);
        }
    }
}

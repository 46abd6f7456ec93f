using System.Globalization;
using System.Xml;
using Azure.Core;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>
/// The queue service of an account (https://learn.microsoft.com/rest/api/storageservices/queue-service-rest-api): texts go and come as they are on the
/// wire, neither encoded nor decoded. Times are whole seconds; a part of a second counts as a whole one. Whatever the service refuses is a
/// <see cref="StorageException"/> with its code, such as <c>QueueNotFound</c>.
/// </summary>
internal sealed class QueueServiceClient(StorageService service)
{
    /// <summary>How many messages one call gives at most.</summary>
    public const int MaxMessages = 32;

    /// <summary>How long a message may stay out of sight.</summary>
    public static readonly TimeSpan MaxVisibilityTimeout = TimeSpan.FromDays(7);

    /// <summary>Makes a queue.</summary>
    /// <returns>False when it was there.</returns>
    public async ValueTask<bool> CreateQueueIfNotExistsAsync(string queueName, CancellationToken cancellationToken)
    {
        using var message = service.CreateMessage(RequestMethod.Put, $"/{queueName}");
        using var reply = await service.SendAsync(message, StorageOperation.CreateQueue, cancellationToken);
        if (reply.Is(409, "QueueAlreadyExists"))
        {
            return false;
        }

        reply.RequireSuccess();
        return reply.Status == 201;
    }

    /// <summary>Puts a message. After a failure in passing it may lie there twice.</summary>
    /// <param name="queueName">The queue.</param>
    /// <param name="messageText">The text, at most 64 KB in UTF-8.</param>
    /// <param name="visibilityTimeout">How long nobody can receive it, 0 to 7 days; null for not at all.</param>
    /// <param name="timeToLive">After which time the service throws it away; null for never.</param>
    /// <param name="cancellationToken">Ends the wait; the message may have been put all the same.</param>
    /// <returns>The message without its text.</returns>
    public async ValueTask<QueueServiceMessage> SendMessageAsync(
        string queueName,
        string messageText,
        TimeSpan? visibilityTimeout = null,
        TimeSpan? timeToLive = null,
        CancellationToken cancellationToken = default
    )
    {
        var visibility = Seconds(visibilityTimeout ?? TimeSpan.Zero);
        var life = timeToLive is { } limit ? Seconds(limit) : "-1";
        using var message = service.CreateMessage(
            RequestMethod.Post,
            $"/{queueName}/messages?messagettl={life}&visibilitytimeout={visibility}"
        );
        SetText(message, messageText);
        using var reply = await service.SendAsync(message, StorageOperation.PutMessage, cancellationToken);
        reply.RequireSuccess();
        return Read(reply, StorageOperation.PutMessage) is [var sent]
            ? sent
            : throw StorageErrors.BadAnswer(StorageOperation.PutMessage);
    }

    /// <summary>Leases messages.</summary>
    /// <param name="queueName">The queue.</param>
    /// <param name="maxMessages">1 to 32.</param>
    /// <param name="visibilityTimeout">How long nobody else can receive them, 1 second to 7 days.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<QueueServiceMessage>> ReceiveMessagesAsync(
        string queueName,
        int maxMessages,
        TimeSpan visibilityTimeout,
        CancellationToken cancellationToken = default
    )
    {
        var seconds = Seconds(visibilityTimeout);
        return await GetAsync(
            StorageOperation.GetMessages,
            string.Create(
                CultureInfo.InvariantCulture,
                $"/{queueName}/messages?numofmessages={maxMessages}&visibilitytimeout={seconds}"
            ),
            cancellationToken
        );
    }

    /// <summary>Looks at messages that could be received, without a receipt and without counting.</summary>
    /// <param name="queueName">The queue.</param>
    /// <param name="maxMessages">1 to 32.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<QueueServiceMessage>> PeekMessagesAsync(
        string queueName,
        int maxMessages,
        CancellationToken cancellationToken = default
    ) =>
        await GetAsync(
            StorageOperation.PeekMessages,
            string.Create(
                CultureInfo.InvariantCulture,
                $"/{queueName}/messages?peekonly=true&numofmessages={maxMessages}"
            ),
            cancellationToken
        );

    /// <summary>Sets when a leased message can be received again, and perhaps its text.</summary>
    /// <param name="queueName">The queue.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="popReceipt">Proof of the lease.</param>
    /// <param name="messageText">The new text, or null to leave the old one.</param>
    /// <param name="visibilityTimeout">From now, 0 to 7 days.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The new receipt and time, or null when the lease was lost.</returns>
    public async ValueTask<(string PopReceipt, DateTimeOffset NextVisibleOn)?> UpdateMessageAsync(
        string queueName,
        string messageId,
        string popReceipt,
        string? messageText,
        TimeSpan visibilityTimeout,
        CancellationToken cancellationToken = default
    )
    {
        var address = Address(queueName, messageId, popReceipt);
        using var message = service.CreateMessage(
            RequestMethod.Put,
            $"{address}&visibilitytimeout={Seconds(visibilityTimeout)}"
        );
        if (messageText is not null)
        {
            SetText(message, messageText);
        }

        using var reply = await service.SendAsync(message, StorageOperation.UpdateMessage, cancellationToken);
        if (IsLost(reply))
        {
            return null;
        }

        reply.RequireSuccess();
        return
            reply.Header("x-ms-popreceipt") is { } renewed
            && DateTimeOffset.TryParse(
                reply.Header("x-ms-time-next-visible"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var nextVisibleOn
            )
            ? (renewed, nextVisibleOn)
            : throw StorageErrors.BadAnswer(StorageOperation.UpdateMessage);
    }

    /// <summary>Removes a leased message.</summary>
    /// <returns>False when the lease was lost.</returns>
    public async ValueTask<bool> DeleteMessageAsync(
        string queueName,
        string messageId,
        string popReceipt,
        CancellationToken cancellationToken = default
    )
    {
        using var message = service.CreateMessage(RequestMethod.Delete, Address(queueName, messageId, popReceipt));
        using var reply = await service.SendAsync(message, StorageOperation.DeleteMessage, cancellationToken);
        if (reply.Is(404, "MessageNotFound") && reply.MayBeOwnTrace)
        {
            return true;
        }

        if (IsLost(reply))
        {
            return false;
        }

        reply.RequireSuccess();
        return true;
    }

    /// <summary>How many messages lie in a queue, leased and delayed ones included; null when there is no such queue.</summary>
    public async ValueTask<int?> GetApproximateMessagesCountAsync(
        string queueName,
        CancellationToken cancellationToken = default
    )
    {
        using var message = service.CreateMessage(RequestMethod.Get, $"/{queueName}?comp=metadata");
        using var reply = await service.SendAsync(message, StorageOperation.GetQueueMetadata, cancellationToken);
        if (reply.Is(404, "QueueNotFound"))
        {
            return null;
        }

        reply.RequireSuccess();
        return int.TryParse(
            reply.Header("x-ms-approximate-messages-count"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var count
        )
            ? count
            : throw StorageErrors.BadAnswer(StorageOperation.GetQueueMetadata);
    }

    private async ValueTask<List<QueueServiceMessage>> GetAsync(
        StorageOperation operation,
        string address,
        CancellationToken cancellationToken
    )
    {
        using var message = service.CreateMessage(RequestMethod.Get, address);
        using var reply = await service.SendAsync(message, operation, cancellationToken);
        reply.RequireSuccess();
        return Read(reply, operation);
    }

    private static string Address(string queueName, string messageId, string popReceipt) =>
        $"/{queueName}/messages/{Uri.EscapeDataString(messageId)}?popreceipt={Uri.EscapeDataString(popReceipt)}";

    private static void SetText(HttpMessage message, string text)
    {
        message.Request.Headers.SetValue("Content-Type", "application/xml");
        message.Request.Content = RequestContent.Create(QueueXml.Write(text));
    }

    private static List<QueueServiceMessage> Read(StorageReply reply, StorageOperation operation)
    {
        try
        {
            return QueueXml.Read(reply.Body);
        }
        catch (Exception exception) when (exception is XmlException or FormatException)
        {
            throw StorageErrors.BadAnswer(operation, exception);
        }
    }

    // A receipt of another store is not even well formed here, and its queue may not be there.
    private static bool IsLost(StorageReply reply) =>
        reply.Is(404, "QueueNotFound")
        || reply.Is(404, "MessageNotFound")
        || reply.Is(400, "PopReceiptMismatch")
        || reply.Is(400, "InvalidQueryParameterValue");

    private static string Seconds(TimeSpan time) =>
        Math.Ceiling(time.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture);
}

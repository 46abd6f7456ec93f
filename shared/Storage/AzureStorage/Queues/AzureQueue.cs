using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using PaymentBot.Storage.AzureStorage.Pipeline;
using ServiceMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>
/// One queue of an account. Texts go and come as they are on the wire, neither encoded nor decoded. Times are whole seconds; a part of a second counts
/// as a whole one. A queue that is missing is empty, and made by the first message.
/// </summary>
internal sealed class AzureQueue
{
    /// <summary>How many messages one call gives at most.</summary>
    public const int MaxMessages = 32;

    /// <summary>How long a message may stay out of sight.</summary>
    public static readonly TimeSpan MaxVisibility = TimeSpan.FromDays(7);

    private const string Missing = "QueueNotFound";

    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    private readonly string _name;
    private readonly Lazy<QueueClient> _client;
    private readonly CreationOnFirstNeed _creation;

    private AzureQueue(StorageClients clients, string name)
    {
        _name = name;
        _client = new Lazy<QueueClient>(() => clients.Queues.GetQueueClient(name));
        _creation = new CreationOnFirstNeed(
            Missing,
            async _ =>
                await new StorageCall(StorageOperation.CreateQueue).RunAsync(() =>
                    _client.Value.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None)
                )
        );
    }

    /// <summary>The queues of the bot, in the order of <see cref="QueueName"/>.</summary>
    /// <param name="clients">The account.</param>
    /// <param name="suffix">What stands behind their names.</param>
    public static AzureQueue[] All(StorageClients clients, string suffix = "") =>
        [.. Enum.GetNames<QueueName>().Select(name => new AzureQueue(clients, name.ToLowerInvariant() + suffix))];

    /// <summary>Puts a message that never expires. After a failure in passing it may lie there twice.</summary>
    /// <param name="wire">The text as it goes over the wire, at most 64 KB.</param>
    /// <param name="delay">How long nobody can receive it.</param>
    /// <param name="cancellationToken">Ends the wait; the message may have been put all the same.</param>
    public async ValueTask PutAsync(string wire, TimeSpan delay, CancellationToken cancellationToken) =>
        await _creation.WriteAsync(
            _name,
            () =>
                new StorageCall(StorageOperation.PutMessage).RunAsync(() =>
                    _client.Value.SendMessageAsync(wire, WholeSeconds(delay), ForEver, cancellationToken)
                ),
            cancellationToken
        );

    /// <summary>Leases up to <paramref name="maxMessages"/> messages.</summary>
    public ValueTask<IReadOnlyList<ServiceMessage>> ReceiveAsync(
        int maxMessages,
        TimeSpan lease,
        CancellationToken cancellationToken
    ) =>
        ReadAsync<ServiceMessage>(
            StorageOperation.GetMessages,
            async () =>
                (await _client.Value.ReceiveMessagesAsync(maxMessages, WholeSeconds(lease), cancellationToken)).Value
        );

    /// <summary>Looks at messages that could be received, without a receipt and without counting.</summary>
    public ValueTask<IReadOnlyList<PeekedMessage>> PeekAsync(int maxMessages, CancellationToken cancellationToken) =>
        ReadAsync<PeekedMessage>(
            StorageOperation.PeekMessages,
            async () => (await _client.Value.PeekMessagesAsync(maxMessages, cancellationToken)).Value
        );

    /// <summary>Sets when a leased message can be received again.</summary>
    /// <param name="id">The message.</param>
    /// <param name="receipt">Proof of the lease.</param>
    /// <param name="wire">The message's text on the wire, which the service wants to hear again.</param>
    /// <param name="visibility">From now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The new receipt, or null when the lease was lost.</returns>
    public async ValueTask<string?> UpdateAsync(
        string id,
        string receipt,
        string wire,
        TimeSpan visibility,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var update = await new StorageCall(StorageOperation.UpdateMessage).RunAsync(() =>
                _client.Value.UpdateMessageAsync(id, receipt, wire, WholeSeconds(visibility), cancellationToken)
            );
            return update.Value.PopReceipt;
        }
        catch (StorageException exception) when (IsLost(exception))
        {
            return null;
        }
    }

    /// <summary>Removes a leased message.</summary>
    /// <returns>False when the lease was lost.</returns>
    public async ValueTask<bool> DeleteAsync(string id, string receipt, CancellationToken cancellationToken)
    {
        var call = new StorageCall(StorageOperation.DeleteMessage);
        try
        {
            await call.RunAsync(() => _client.Value.DeleteMessageAsync(id, receipt, cancellationToken));
            return true;
        }
        catch (StorageException exception) when (IsLost(exception))
        {
            // An earlier attempt without an answer has removed it.
            return call.MayBeOwnTrace && exception.Is(404, "MessageNotFound");
        }
    }

    /// <summary>Whether there is any message, leased and delayed ones included.</summary>
    public async ValueTask<bool> HasAnyAsync(CancellationToken cancellationToken)
    {
        try
        {
            var properties = await new StorageCall(StorageOperation.GetQueueMetadata).RunAsync(() =>
                _client.Value.GetPropertiesAsync(cancellationToken)
            );
            return properties.Value.ApproximateMessagesCountLong > 0;
        }
        catch (StorageException exception) when (exception.Is(404, Missing))
        {
            return false;
        }
    }

    private static async ValueTask<IReadOnlyList<T>> ReadAsync<T>(StorageOperation operation, Func<Task<T[]>> read)
    {
        try
        {
            return await new StorageCall(operation).RunAsync(read);
        }
        catch (StorageException exception) when (exception.Is(404, Missing))
        {
            return [];
        }
    }

    // A receipt of another store is not even well formed here, and its queue may not be there.
    private static bool IsLost(StorageException exception) =>
        exception.Is(404, Missing)
        || exception.Is(404, "MessageNotFound")
        || exception.Is(400, "PopReceiptMismatch")
        || exception.Is(400, "InvalidQueryParameterValue");

    private static TimeSpan WholeSeconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));
}

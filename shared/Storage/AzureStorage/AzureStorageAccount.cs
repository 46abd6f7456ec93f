using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentBot.Storage.AzureStorage.Blobs;
using PaymentBot.Storage.AzureStorage.Pipeline;
using PaymentBot.Storage.AzureStorage.Queues;
using PaymentBot.Storage.AzureStorage.Tables;

namespace PaymentBot.Storage.AzureStorage;

/// <summary>One storage account that plays all ports of the storage. Nothing is reached before the first operation; tables, queues and the container are made when the first write misses them.</summary>
internal sealed class AzureStorageAccount
{
    /// <summary>Prepares the ports.</summary>
    /// <param name="options">Which account, and as whom.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">Is told of failures in passing and of messages that cannot be read; null for nobody.</param>
    /// <param name="transport">Sends requests, or null for the process's connections.</param>
    /// <param name="credential">Signs in when there is no key, or null for what the options name.</param>
    /// <exception cref="AzureStorageOptionsException">The options do not name an account.</exception>
    public AzureStorageAccount(
        AzureStorageOptions options,
        TimeProvider timeProvider,
        ILogger? logger = null,
        HttpPipelineTransport? transport = null,
        TokenCredential? credential = null
    )
    {
        logger ??= NullLogger.Instance;
        var clients = new StorageClients(options, timeProvider, logger, transport, credential);
        Operations = clients.Operations;
        Tables = new AzureTableStore(clients);
        Blobs = new AzureBlobStore(clients);
        var bodies = new BlobQueueBodies(Blobs);
        var wakeUps = new QueueWakeUps(timeProvider);
        var queues = AzureQueue.All(clients);
        var poison = new AzurePoisonQueues(queues, AzureQueue.All(clients, suffix: "-poison"), bodies, timeProvider);
        QueueBodies = bodies;
        QueueSender = new AzureQueueSender(queues, bodies, wakeUps);
        QueueReceiver = new AzureQueueReceiver(queues, poison, bodies, wakeUps, timeProvider, logger);
    }

    /// <summary>The tables.</summary>
    public ITableStore Tables { get; }

    /// <summary>The sending side of the queues.</summary>
    public IQueueSender QueueSender { get; }

    /// <summary>The receiving side of the queues.</summary>
    public IQueueReceiver QueueReceiver { get; }

    /// <summary>The bodies that queues cannot hold.</summary>
    public IQueueBodies QueueBodies { get; }

    /// <summary>The blobs.</summary>
    public IBlobStore Blobs { get; }

    /// <summary>What the account was asked, as it is billed.</summary>
    public StorageOperationCounter Operations { get; }
}

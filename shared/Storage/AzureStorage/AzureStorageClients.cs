using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentBot.Storage.AzureStorage.Account;
using PaymentBot.Storage.AzureStorage.Pipeline;
using PaymentBot.Storage.AzureStorage.Queues;

namespace PaymentBot.Storage.AzureStorage;

/// <summary>Makes the clients of an account's services. Nothing is reached until they are used.</summary>
internal static class AzureStorageClients
{
    // Known to Azure since 2021, and to Azurite.
    private const string BlobAndQueueVersion = "2021-12-02";
    private const string TableVersion = "2020-12-06";

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    // A block has 4 MB, and the line may be slow.
    private static readonly TimeSpan BlobAttemptTimeout = TimeSpan.FromSeconds(60);

    /// <summary>The queue service of an account, message texts as they are on the wire.</summary>
    /// <param name="options">Which account, and as whom.</param>
    /// <param name="timeProvider">The clock, or null for the system's.</param>
    /// <exception cref="AzureStorageOptionsException">The options do not name an account.</exception>
    public static QueueServiceClient CreateQueueServiceClient(
        AzureStorageOptions options,
        TimeProvider? timeProvider = null
    ) => new(CreateServices(options, timeProvider ?? TimeProvider.System).Queues);

    /// <summary>The three services of an account.</summary>
    /// <param name="options">Which account, and as whom.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="counter">Counts operations, or null.</param>
    /// <param name="transport">Sends requests, or null for the process's connections.</param>
    /// <param name="logger">Is told of failures in passing, or null.</param>
    /// <param name="credential">Signs in when there is no key, or null for what the options name.</param>
    /// <exception cref="AzureStorageOptionsException">The options do not name an account.</exception>
    public static StorageServices CreateServices(
        AzureStorageOptions options,
        TimeProvider timeProvider,
        StorageOperationCounter? counter = null,
        HttpPipelineTransport? transport = null,
        ILogger? logger = null,
        TokenCredential? credential = null
    )
    {
        var account = StorageAccount.From(options);
        var bearer = account.Key is null
            ? new BearerTokenAuthenticationPolicy(
                credential ?? StorageCredentials.From(options),
                StorageCredentials.Scope
            )
            : null;
        counter ??= new StorageOperationCounter();
        logger ??= NullLogger.Instance;
        return new StorageServices(
            Service(account.TableEndpoint, TableVersion, AttemptTimeout, SharedKey.ForTables),
            Service(account.QueueEndpoint, BlobAndQueueVersion, AttemptTimeout, SharedKey.ForBlobsAndQueues),
            Service(account.BlobEndpoint, BlobAndQueueVersion, BlobAttemptTimeout, SharedKey.ForBlobsAndQueues),
            counter
        );

        StorageService Service(Uri endpoint, string version, TimeSpan timeout, Func<Request, string, string> form) =>
            new(
                new StorageServiceSettings
                {
                    Endpoint = endpoint,
                    Version = version,
                    Pipeline = new HttpPipeline(
                        transport ?? StorageTransport.Shared,
                        [bearer ?? (HttpPipelinePolicy)new SharedKeyPolicy(account, form, timeProvider)]
                    ),
                    Counter = counter,
                    AttemptTimeout = timeout,
                    TimeProvider = timeProvider,
                    Logger = logger,
                }
            );
    }
}

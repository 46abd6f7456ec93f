using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentBot.Storage.AzureStorage.Account;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>The clients of an account's three services, each made when it is first used. Nothing is reached before that.</summary>
internal sealed class StorageClients
{
    private readonly StorageAccount _account;
    private readonly TokenCredential? _credential;
    private readonly StorageRetryPolicy _retries;
    private readonly HttpPipelineTransport _transport;
    private readonly Lazy<TableServiceClient> _tables;
    private readonly Lazy<QueueServiceClient> _queues;
    private readonly Lazy<BlobServiceClient> _blobs;

    /// <summary>Prepares the clients.</summary>
    /// <param name="options">Which account, and as whom.</param>
    /// <param name="timeProvider">The clock of the pauses between attempts.</param>
    /// <param name="logger">Is told of failures in passing, or null.</param>
    /// <param name="transport">Sends requests, or null for the process's connections.</param>
    /// <param name="credential">Signs in when there is no key, or null for what the options name.</param>
    /// <exception cref="AzureStorageOptionsException">The options do not name an account.</exception>
    public StorageClients(
        AzureStorageOptions options,
        TimeProvider timeProvider,
        ILogger? logger = null,
        HttpPipelineTransport? transport = null,
        TokenCredential? credential = null
    )
    {
        _account = StorageAccount.From(options);
        _credential = _account.Key is null ? credential ?? StorageCredentials.From(options) : null;
        _retries = new StorageRetryPolicy(Operations, timeProvider, logger ?? NullLogger.Instance);
        _transport = transport ?? StorageTransport.Shared;
        _tables = new(CreateTables);
        _queues = new(CreateQueues);
        _blobs = new(CreateBlobs);
    }

    /// <summary>What the account was asked, as it is billed.</summary>
    public StorageOperationCounter Operations { get; } = new();

    /// <summary>Tables.</summary>
    public TableServiceClient Tables => _tables.Value;

    /// <summary>Queues; texts go and come as they are on the wire.</summary>
    public QueueServiceClient Queues => _queues.Value;

    /// <summary>Blobs.</summary>
    public BlobServiceClient Blobs => _blobs.Value;

    private TableServiceClient CreateTables()
    {
        // This client puts its paths behind the address as it is.
        var endpoint = new Uri(_account.TableEndpoint.AbsoluteUri.TrimEnd('/'));
        var options = With(new TableClientOptions());
        return _account.Key is { } key
            ? new(endpoint, new TableSharedKeyCredential(_account.Name, key), options)
            : new(endpoint, _credential, options);
    }

    private QueueServiceClient CreateQueues()
    {
        // The client's own decoding would fail a whole batch for one text that is no base64.
        var options = With(
            new QueueClientOptions(QueueClientOptions.ServiceVersion.V2021_12_02)
            {
                MessageEncoding = QueueMessageEncoding.None,
            }
        );
        return _account.Key is { } key
            ? new(_account.QueueEndpoint, new StorageSharedKeyCredential(_account.Name, key), options)
            : new(_account.QueueEndpoint, _credential, options);
    }

    private BlobServiceClient CreateBlobs()
    {
        var options = With(new BlobClientOptions(BlobClientOptions.ServiceVersion.V2021_12_02));
        return _account.Key is { } key
            ? new(_account.BlobEndpoint, new StorageSharedKeyCredential(_account.Name, key), options)
            : new(_account.BlobEndpoint, _credential, options);
    }

    // The versions of the interface are those that Azure has known since 2021, and every Azurite knows.
    private T With<T>(T options)
        where T : ClientOptions
    {
        options.RetryPolicy = _retries;
        options.Transport = _transport;
        // The pause between two pieces of an answer; the whole attempt is limited by the policy.
        options.Retry.NetworkTimeout = RetryRule.AttemptTimeout(operation: null);
        // Requests are traced as HTTP, and what went wrong is logged by its code.
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.IsTelemetryEnabled = false;
        return options;
    }
}

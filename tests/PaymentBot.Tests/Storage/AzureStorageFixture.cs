using Azure.Core.Pipeline;
using PaymentBot.Sandbox.Cloud.Azurite;
using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Storage;

/// <summary>A storage account of its own in Azurite. Its time is the server's, its leases are whole seconds, and it keeps no tries of given-up messages.</summary>
internal sealed class AzureStorageFixture : StorageFixture
{
    private readonly CapturingLogger<AzureStorageAccount> _log = new();

    /// <param name="transport">What to send requests with instead of plain connections.</param>
    /// <param name="timeProvider">The clock, or null for the system's.</param>
    public AzureStorageFixture(HttpPipelineTransport? transport = null, TimeProvider? timeProvider = null)
        : base(StorageCapability.None)
    {
        // xunit builds tests synchronously; only the first test of a run waits for more than a moment.
        Account = Task.Run(Azurite.NewAccountAsync).GetAwaiter().GetResult();
        Options = new AzureStorageOptions { ConnectionString = Account.ConnectionString };
        Ports = new AzureStorageAccount(Options, timeProvider ?? TimeProvider.System, _log, transport);
    }

    public AzuriteAccount Account { get; }

    public AzureStorageOptions Options { get; }

    public AzureStorageAccount Ports { get; }

    public IEnumerable<string> Log => _log.Lines.Select(line => line.Line);

    public override ITableStore Tables => Ports.Tables;

    public override IQueueSender Sender => Ports.QueueSender;

    public override IQueueReceiver Receiver => Ports.QueueReceiver;

    public override IBlobStore Blobs => Ports.Blobs;

    // Azurite takes some hundred a second.
    public override int Many => 2_100;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

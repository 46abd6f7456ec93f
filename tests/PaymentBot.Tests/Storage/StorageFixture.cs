using PaymentBot.Storage;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Storage;

/// <summary>
/// An adapter as the contract suites see it: its ports, fresh for each test (queues and blobs empty; tables may hold other partitions), and what it can do.
/// To join, derive from this and from each of the three suites: one class each, with a factory.
/// </summary>
public abstract class StorageFixture(StorageCapability capabilities) : IAsyncDisposable
{
    /// <summary>The tables.</summary>
    public abstract ITableStore Tables { get; }

    /// <summary>The sending side of the queues.</summary>
    public abstract IQueueSender Sender { get; }

    /// <summary>The receiving side of the queues.</summary>
    public abstract IQueueReceiver Receiver { get; }

    /// <summary>The blobs.</summary>
    public abstract IBlobStore Blobs { get; }

    /// <summary>What "many" means, in rows: enough for several pages, and no more than the store takes in a few seconds.</summary>
    public virtual int Many => 10_000;

    /// <summary>The clock; without <see cref="StorageCapability.ManualClock"/> the store does not heed it.</summary>
    public ManualTimeProvider Clock { get; } = new();

    /// <summary>Ends the test as skipped, with the reason, when the store lacks a capability.</summary>
    public void Require(StorageCapability capability) =>
        Skip.IfNot(capabilities.HasFlag(capability), $"The store lacks the capability {capability}.");

    public abstract ValueTask DisposeAsync();
}

using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Tests.Storage;

/// <summary>A transport with bad weather: each request takes the next fault, if there is one, and is sent as usual otherwise.</summary>
internal sealed class FaultyTransport : HttpPipelineTransport
{
    private readonly ConcurrentQueue<Func<HttpMessage, ValueTask>> _faults = new();

    /// <summary>How many requests came by.</summary>
    public int Requests { get; private set; }

    /// <summary>Sends a request as usual.</summary>
    public static ValueTask SendAsync(HttpMessage message) => StorageTransport.Shared.ProcessAsync(message);

    /// <summary>Adds a fault for a request to come.</summary>
    public void Next(Func<HttpMessage, ValueTask> fault, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            _faults.Enqueue(fault);
        }
    }

    public override Request CreateRequest() => StorageTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Requests++;
        return _faults.TryDequeue(out var fault) ? fault(message) : SendAsync(message);
    }
}

using System.Collections.Concurrent;
using PaymentBot.Storage;

namespace PaymentBot.Tests.Hosting;

/// <summary>The bodies of messages, with what was asked and forgotten, and failures on wish.</summary>
internal sealed class RecordedBodies : IQueueBodies
{
    public ConcurrentQueue<string> Read { get; } = new();

    public ConcurrentQueue<string> Forgotten { get; } = new();

    /// <summary>What a text stands for, where that is not the text itself.</summary>
    public ConcurrentDictionary<string, string> Blobs { get; } = new(StringComparer.Ordinal);

    /// <summary>Comes before each reading.</summary>
    public Func<CancellationToken, Task> BeforeRead { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether forgetting fails.</summary>
    public bool Sticks { get; set; }

    public async ValueTask<string> ReadAsync(string text, CancellationToken cancellationToken)
    {
        Read.Enqueue(text);
        await BeforeRead(cancellationToken);
        return Blobs.GetValueOrDefault(text, text);
    }

    public ValueTask ForgetAsync(string text, CancellationToken cancellationToken)
    {
        if (Sticks)
        {
            throw new StorageException("The blob stays.", "ServerBusy");
        }

        Forgotten.Enqueue(text);
        return ValueTask.CompletedTask;
    }
}

using System.Collections.Concurrent;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>Makes a table, queue or container when a write turns out to miss it. Many who miss it at once make it once.</summary>
/// <param name="missing">The code of the service for one that is missing.</param>
/// <param name="create">Makes the one of that name; one that is there is fine.</param>
internal sealed class CreationOnFirstNeed(string missing, Func<string, ValueTask> create)
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _making = new(StringComparer.Ordinal);

    /// <summary>Writes; when what is written to is missing, makes it and writes again.</summary>
    /// <param name="name">What is written to.</param>
    /// <param name="write">The write; safe to repeat when it failed so.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<T> WriteAsync<T>(string name, Func<ValueTask<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await write();
        }
        catch (StorageException exception) when (exception.Is(404, missing))
        {
            await MakeAsync(name, cancellationToken);
        }

        return await write();
    }

    private async ValueTask MakeAsync(string name, CancellationToken cancellationToken)
    {
        // One caller's cancellation does not end the making for the others.
        var making = _making.GetOrAdd(name, key => new Lazy<Task>(() => create(key).AsTask()));
        try
        {
            await making.Value.WaitAsync(cancellationToken);
        }
        finally
        {
            _making.TryRemove(KeyValuePair.Create(name, making));
        }
    }
}

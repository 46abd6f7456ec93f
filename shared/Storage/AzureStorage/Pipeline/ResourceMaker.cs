using System.Collections.Concurrent;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>Makes a table, queue or container that turned out to be missing. Many who miss it at once make it once.</summary>
/// <param name="create">Makes the resource of that name; one that is there is fine.</param>
internal sealed class ResourceMaker(Func<string, CancellationToken, Task> create)
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _making = new(StringComparer.Ordinal);

    /// <summary>Completes when the resource was made after the call began, by whomever.</summary>
    /// <exception cref="StorageException">It could not be made.</exception>
    public async ValueTask MakeAsync(string name, CancellationToken cancellationToken)
    {
        // One caller's cancellation must not end the making for the others.
        var making = _making.GetOrAdd(name, key => new Lazy<Task>(() => create(key, CancellationToken.None)));
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

namespace PaymentBot.Storage;

/// <summary>
/// Bodies that a queue of the cloud cannot hold lie in a blob, and the message only points there. Registered by stores that do so; who receives
/// messages in another way than by <see cref="IQueueReceiver"/>, such as the Functions host, asks here for the body.
/// </summary>
public interface IQueueBodies
{
    /// <summary>The body of a message.</summary>
    /// <param name="text">The message's decoded text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The text itself, unless it points to a blob: then what is there.</returns>
    /// <exception cref="StorageException">The blob is gone (<c>BlobNotFound</c>), or the store failed and asking again is safe.</exception>
    ValueTask<string> ReadAsync(string text, CancellationToken cancellationToken);

    /// <summary>Removes the blob of a message whose work is done; does nothing for a text that is the body itself.</summary>
    /// <param name="text">The message's decoded text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; a blob stays behind that nothing points to.</exception>
    ValueTask ForgetAsync(string text, CancellationToken cancellationToken);
}

using System.Text;

namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>Bodies too large for a message, as blobs.</summary>
internal sealed class BlobQueueBodies(IBlobStore blobs) : IQueueBodies
{
    /// <summary>The code of a blob that is gone, as the service names it.</summary>
    public const string BlobNotFound = "BlobNotFound";

    /// <summary>The text of a message for a body: the body itself, or, for a large one, a pointer to a blob that is stored when this completes.</summary>
    /// <exception cref="ArgumentException">The body is too large, or no text that UTF-8 can hold.</exception>
    public async ValueTask<string> StoreAsync(string body, CancellationToken cancellationToken)
    {
        var bytes = QueueText.ToBytes(body);
        if (bytes.Length > IQueueSender.MaxBodyBytes)
        {
            throw new ArgumentException("A message is at most 1 MB in UTF-8.", nameof(body));
        }

        if (bytes.Length <= QueueText.MaxBytes)
        {
            return body;
        }

        var name = MessagePointer.NewBlobName();
        using var content = new MemoryStream(bytes, writable: false);
        await blobs.UploadAsync(name, content, cancellationToken);
        return MessagePointer.Write(name);
    }

    /// <inheritdoc />
    public async ValueTask<string> ReadAsync(string text, CancellationToken cancellationToken)
    {
        if (MessagePointer.Read(text) is not { } name)
        {
            return text;
        }

        await using var content =
            await blobs.OpenReadAsync(name, cancellationToken)
            ?? throw new StorageException("The blob with a message's body is gone.", BlobNotFound) { Status = 404 };
        using var reader = new StreamReader(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask ForgetAsync(string text, CancellationToken cancellationToken)
    {
        if (MessagePointer.Read(text) is { } name)
        {
            await blobs.DeleteAsync(name, cancellationToken);
        }
    }
}

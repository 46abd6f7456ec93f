using System.Buffers;
using System.Globalization;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Blobs;

/// <summary>Blobs in one container of Azure Blob Storage. A small blob is one operation, a larger one is put in blocks of 4 MB.</summary>
internal sealed class AzureBlobStore(BlobServiceClient client, TimeProvider timeProvider) : IBlobStore
{
    /// <summary>The container of the bot.</summary>
    public const string ContainerName = "paymentbot";

    /// <summary>The largest part, and the largest blob that is put in one piece.</summary>
    public const int BlockSize = 4 * 1024 * 1024;

    private readonly ResourceMaker _maker = new(client.CreateContainerIfNotExistsAsync);

    /// <inheritdoc />
    public async ValueTask<long> UploadAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        BlobName.Require(name, nameof(name));
        cancellationToken.ThrowIfCancellationRequested();
        var buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            var block = buffer.AsMemory(0, BlockSize);
            var read = await content.ReadAtLeastAsync(block, BlockSize, throwOnEndOfStream: false, cancellationToken);
            if (read < BlockSize)
            {
                await WriteAsync(() => client.PutBlobAsync(name, block[..read], cancellationToken), cancellationToken);
                return read;
            }

            return await UploadBlocksAsync(name, block, content, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc />
    public async ValueTask<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken)
    {
        BlobName.Require(name, nameof(name));
        return await BlobReadStream.OpenAsync(client, name, timeProvider, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<long?> GetLengthAsync(string name, CancellationToken cancellationToken)
    {
        BlobName.Require(name, nameof(name));
        using var reply = await client.GetPropertiesAsync(name, cancellationToken);
        if (reply.Status == 404)
        {
            return null;
        }

        reply.RequireSuccess();
        return long.TryParse(
            reply.Header("Content-Length"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var length
        )
            ? length
            : throw StorageErrors.BadAnswer(StorageOperation.GetBlobProperties);
    }

    /// <inheritdoc />
    public async ValueTask<bool> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        BlobName.Require(name, nameof(name));
        using var reply = await client.DeleteAsync(name, cancellationToken);
        if (reply.Status == 404)
        {
            // An earlier attempt without an answer has removed it.
            return reply.MayBeOwnTrace;
        }

        reply.RequireSuccess();
        return true;
    }

    private async ValueTask<long> UploadBlocksAsync(
        string name,
        Memory<byte> block,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var upload = new BlobUpload(client, name);
        long length = 0;
        var read = block.Length;
        while (read > 0)
        {
            var part = block[..read];
            await WriteAsync(() => upload.AddAsync(part, cancellationToken), cancellationToken);
            length += read;
            read = await content.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken);
        }

        await upload.PublishAsync(cancellationToken);
        return length;
    }

    /// <summary>Writes; when the container is missing, makes it and writes again.</summary>
    private async ValueTask WriteAsync(Func<ValueTask<StorageReply>> write, CancellationToken cancellationToken)
    {
        using (var reply = await write())
        {
            if (!reply.Is(404, "ContainerNotFound"))
            {
                reply.RequireSuccess();
                return;
            }
        }

        await _maker.MakeAsync(ContainerName, cancellationToken);
        using var second = await write();
        second.RequireSuccess();
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Blobs;

/// <summary>
/// Blobs in one container of Azure Blob Storage. A small blob is one operation, a larger one is put in blocks of 4 MB. The content is read here and not
/// by the client: what it throws passes through as it is, and whether an attempt may be repeated does not depend on it.
/// </summary>
internal sealed class AzureBlobStore : IBlobStore
{
    /// <summary>The container of the bot.</summary>
    public const string ContainerName = "paymentbot";

    /// <summary>The largest part, and the largest blob that is put in one piece.</summary>
    public const int BlockSize = 4 * 1024 * 1024;

    private const int UploadIdLength = 16;

    private static readonly StorageTransferOptions OnePiece = new()
    {
        InitialTransferSize = BlockSize,
        MaximumTransferSize = BlockSize,
        MaximumConcurrency = 1,
    };

    private static readonly BlobHttpHeaders Headers = new() { ContentType = "application/octet-stream" };

    private readonly Lazy<BlobContainerClient> _container;
    private readonly CreationOnFirstNeed _creation;

    /// <summary>Prepares the store.</summary>
    /// <param name="clients">The account.</param>
    public AzureBlobStore(StorageClients clients)
    {
        _container = new Lazy<BlobContainerClient>(() => clients.Blobs.GetBlobContainerClient(ContainerName));
        _creation = new CreationOnFirstNeed(
            "ContainerNotFound",
            async _ =>
                await new StorageCall(StorageOperation.CreateContainer).RunAsync(() =>
                    _container.Value.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None)
                )
        );
    }

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
            if (read == BlockSize)
            {
                return await UploadBlocksAsync(name, buffer, content, cancellationToken);
            }

            await WriteAsync(
                StorageOperation.PutBlob,
                async () =>
                    await BlobOf(name)
                        .UploadAsync(
                            new MemoryStream(buffer, 0, read, writable: false),
                            new BlobUploadOptions { HttpHeaders = Headers, TransferOptions = OnePiece },
                            cancellationToken
                        ),
                cancellationToken
            );
            return read;
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
        try
        {
            var download = await new StorageCall(StorageOperation.GetBlob).RunAsync(() =>
                BlobOf(name).DownloadStreamingAsync(options: null, cancellationToken)
            );
            return new BlobReadStream(download.Value);
        }
        catch (StorageException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async ValueTask<long?> GetLengthAsync(string name, CancellationToken cancellationToken)
    {
        BlobName.Require(name, nameof(name));
        try
        {
            var properties = await new StorageCall(StorageOperation.GetBlobProperties).RunAsync(() =>
                BlobOf(name).GetPropertiesAsync(conditions: null, cancellationToken)
            );
            return properties.Value.ContentLength;
        }
        catch (StorageException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async ValueTask<bool> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        BlobName.Require(name, nameof(name));
        var call = new StorageCall(StorageOperation.DeleteBlob);
        var deleted = await call.RunAsync(() => BlobOf(name).DeleteIfExistsAsync(cancellationToken: cancellationToken));
        // An earlier attempt without an answer may have removed it.
        return deleted.Value || call.MayBeOwnTrace;
    }

    /// <summary>
    /// Puts parts that nobody sees before the list of them is put; parts that are never listed, the service throws away after a week. Their identities
    /// are this upload's own, so that two uploads of one name do not mix: the later one fails, or replaces the earlier.
    /// </summary>
    private async ValueTask<long> UploadBlocksAsync(
        string name,
        byte[] buffer,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var uploadId = RandomNumberGenerator.GetBytes(UploadIdLength);
        var blockIds = new List<string>();
        var block = buffer.AsMemory(0, BlockSize);
        var blob = BlobOf(name);
        long length = 0;
        var read = BlockSize;
        while (read > 0)
        {
            var part = read;
            var blockId = BlockId(uploadId, blockIds.Count);
            await WriteAsync(
                StorageOperation.PutBlock,
                async () =>
                    await blob.StageBlockAsync(
                        blockId,
                        new MemoryStream(buffer, 0, part, writable: false),
                        options: null,
                        cancellationToken
                    ),
                cancellationToken
            );
            blockIds.Add(blockId);
            length += read;
            read = await content.ReadAtLeastAsync(block, BlockSize, throwOnEndOfStream: false, cancellationToken);
        }

        await new StorageCall(StorageOperation.PutBlockList).RunAsync(() =>
            blob.CommitBlockListAsync(blockIds, new CommitBlockListOptions { HttpHeaders = Headers }, cancellationToken)
        );
        return length;
    }

    private async ValueTask WriteAsync<T>(
        StorageOperation operation,
        Func<Task<Response<T>>> write,
        CancellationToken cancellationToken
    ) => await _creation.WriteAsync(ContainerName, () => new StorageCall(operation).RunAsync(write), cancellationToken);

    private BlockBlobClient BlobOf(string name) => _container.Value.GetBlockBlobClient(name);

    // All identities of a blob's parts have one length.
    private static string BlockId(byte[] uploadId, int number)
    {
        Span<byte> id = stackalloc byte[UploadIdLength + sizeof(int)];
        uploadId.CopyTo(id);
        BinaryPrimitives.WriteInt32BigEndian(id[UploadIdLength..], number);
        return Convert.ToBase64String(id);
    }
}

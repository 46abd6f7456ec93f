using System.Buffers.Binary;
using System.Security.Cryptography;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Blobs;

/// <summary>
/// One upload in parts. Nobody sees them before the last call; parts that are never made a blob of, the service throws away after a week. The
/// parts' identities are this upload's own, so that two uploads of one name do not mix: the later one fails, or replaces the earlier.
/// </summary>
internal sealed class BlobUpload(BlobServiceClient client, string name)
{
    private const int IdLength = 16;

    private readonly byte[] _id = RandomNumberGenerator.GetBytes(IdLength);
    private readonly List<string> _blockIds = [];

    /// <summary>Puts the next part.</summary>
    public async ValueTask<StorageReply> AddAsync(ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        var reply = await client.PutBlockAsync(name, BlockId(_blockIds.Count), block, cancellationToken);
        if (reply.IsSuccess)
        {
            _blockIds.Add(BlockId(_blockIds.Count));
        }

        return reply;
    }

    /// <summary>Makes the blob of all parts.</summary>
    /// <exception cref="StorageException">The service refused; another upload of the name may have taken the parts away.</exception>
    public async ValueTask PublishAsync(CancellationToken cancellationToken)
    {
        using var reply = await client.PutBlockListAsync(name, _blockIds, cancellationToken);
        reply.RequireSuccess();
    }

    // All identities of a blob's parts have one length.
    private string BlockId(int number)
    {
        Span<byte> id = stackalloc byte[IdLength + sizeof(int)];
        _id.CopyTo(id);
        BinaryPrimitives.WriteInt32BigEndian(id[IdLength..], number);
        return Convert.ToBase64String(id);
    }
}

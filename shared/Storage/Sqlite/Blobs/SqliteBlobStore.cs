using System.Buffers;
using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Blobs;

/// <summary>
/// Blobs in chunks, a transaction each, so that a long upload neither sits in memory nor keeps others from writing. The last transaction points
/// the name at the new content; what no name points at is an orphan, and swept later.
/// </summary>
internal sealed class SqliteBlobStore(ReadPool reads, WriteLoop writes, TimeProvider timeProvider) : IBlobStore
{
    private readonly BlobSweeper _sweeper = new(reads, writes, timeProvider);

    /// <inheritdoc />
    public async ValueTask<long> UploadAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        BlobName.Require(name, nameof(name));
        cancellationToken.ThrowIfCancellationRequested();
        await _sweeper.SweepAsync(cancellationToken);
        await using var upload = new BlobUpload(writes, _sweeper, timeProvider);
        var buffer = ArrayPool<byte>.Shared.Rent(BlobSql.ChunkSize);
        try
        {
            var chunk = buffer.AsMemory(0, BlobSql.ChunkSize);
            int read;
            while (
                (read = await content.ReadAtLeastAsync(chunk, chunk.Length, false, cancellationToken)) == chunk.Length
            )
            {
                await upload.AddChunkAsync(chunk, cancellationToken);
            }

            return await upload.PublishAsync(name, chunk[..read], cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc />
    public ValueTask<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken)
    {
        BlobName.Require(name, nameof(name));
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<Stream?>(
            Find(name) is { } blob ? new BlobReadStream(reads, blob.Content, blob.Length) : null
        );
    }

    /// <inheritdoc />
    public ValueTask<long?> GetLengthAsync(string name, CancellationToken cancellationToken)
    {
        BlobName.Require(name, nameof(name));
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Find(name)?.Length);
    }

    /// <inheritdoc />
    public async ValueTask<bool> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        BlobName.Require(name, nameof(name));
        return await writes.RunAsync(session => Delete(session, name), cancellationToken);
    }

    private bool Delete(WriteSession session, string name)
    {
        BlobSweeper.Abandon(session, name, timeProvider.GetUtcNow());
        using var statement = session.Connection.Use(BlobSql.Delete);
        statement.Bind(1, name).Step();
        return session.Connection.Changes > 0;
    }

    private (long Content, long Length)? Find(string name) =>
        reads.Read(
            name,
            static (connection, name) =>
            {
                using var statement = connection.Use(BlobSql.Find);
                return statement.Bind(1, name).Step()
                    ? (statement.GetInt64(0), statement.GetInt64(1))
                    : ((long Content, long Length)?)null;
            }
        );
}

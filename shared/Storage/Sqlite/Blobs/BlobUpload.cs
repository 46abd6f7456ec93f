using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Blobs;

/// <summary>One upload: chunks that nobody sees, then one transaction that shows them. Disposing an unpublished one removes its chunks.</summary>
internal sealed class BlobUpload(WriteLoop writes, BlobSweeper sweeper, TimeProvider timeProvider) : IAsyncDisposable
{
    private long? _content;
    private long _chunks;
    private bool _published;

    /// <summary>Stores the next full chunk; it is copied before the task completes.</summary>
    public async Task AddChunkAsync(ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken)
    {
        _content = await writes.RunAsync(session => AddChunk(session, chunk), cancellationToken);
        _chunks++;
    }

    /// <summary>Stores the last, perhaps empty chunk and lets the name point at all of them.</summary>
    /// <returns>The length in bytes.</returns>
    public async Task<long> PublishAsync(string name, ReadOnlyMemory<byte> last, CancellationToken cancellationToken)
    {
        var length = (_chunks * BlobSql.ChunkSize) + last.Length;
        await writes.RunAsync(session => Publish(session, name, last, length), cancellationToken);
        _published = true;
        return length;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_published || _content is not { } content)
        {
            return;
        }

        try
        {
            await sweeper.RemoveAsync(content, CancellationToken.None);
        }
        catch (Exception exception) when (exception is StorageException or ObjectDisposedException)
        {
            // The upload's own failure is on its way to the caller; a later sweep removes the chunks.
        }
    }

    private long AddChunk(WriteSession session, ReadOnlyMemory<byte> chunk)
    {
        var content = Touch(session);
        WriteChunk(session, content, chunk);
        return content;
    }

    private bool Publish(WriteSession session, string name, ReadOnlyMemory<byte> last, long length)
    {
        var content = Touch(session);
        if (!last.IsEmpty)
        {
            WriteChunk(session, content, last);
        }

        BlobSweeper.Abandon(session, name, timeProvider.GetUtcNow());
        using var publish = session.Connection.Use(BlobSql.Publish);
        publish.Bind(1, name).Bind(2, content).Bind(3, length).Step();
        using var shown = session.Connection.Use(BlobSql.RemoveOrphan);
        return shown.Bind(1, content).Step();
    }

    private void WriteChunk(WriteSession session, long content, ReadOnlyMemory<byte> chunk)
    {
        using var statement = session.Connection.Use(BlobSql.AddChunk);
        statement.Bind(1, BlobSql.ChunkKey(content, _chunks)).Bind(2, chunk.Span).Step();
    }

    /// <summary>Shows the sweepers of all processes that the upload is alive.</summary>
    private long Touch(WriteSession session)
    {
        var now = timeProvider.GetUtcNow().UtcTicks;
        var content = _content ?? session.NextNumber();
        using var statement = session.Connection.Use(_content is null ? BlobSql.AddOrphan : BlobSql.TouchOrphan);
        statement.Bind(1, content).Bind(2, now).Step();
        return session.Connection.Changes > 0
            ? content
            : throw new StorageException(
                "The upload stood still for so long that it was given up.",
                SqliteErrors.BlobChanged
            );
    }
}

using System.Buffers;
using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Blobs;

/// <summary>Reads a blob's content chunk by chunk. Content never changes; when it was swept meanwhile, reading fails.</summary>
internal sealed class BlobReadStream(ReadPool reads, long content, long length) : Stream
{
    private byte[]? _buffer;
    private long _bufferedChunk = -1;
    private long _position;
    private bool _disposed;

    /// <inheritdoc />
    public override bool CanRead => !_disposed;

    /// <inheritdoc />
    public override bool CanSeek => !_disposed;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => length;

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        var (chunk, offset) = Math.DivRem(_position, BlobSql.ChunkSize);
        var available = Math.Min(BlobSql.ChunkSize, length - (chunk * BlobSql.ChunkSize)) - offset;
        var count = (int)Math.Min(available, buffer.Length);
        Load(chunk).Slice((int)offset, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc />
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => length + offset,
        };

    /// <inheritdoc />
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (!_disposed && _buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = null;
        }

        _disposed = true;
        base.Dispose(disposing);
    }

    private ReadOnlySpan<byte> Load(long chunk)
    {
        _buffer ??= ArrayPool<byte>.Shared.Rent(BlobSql.ChunkSize);
        if (_bufferedChunk != chunk)
        {
            _bufferedChunk = -1;
            var expected = (int)Math.Min(BlobSql.ChunkSize, length - (chunk * BlobSql.ChunkSize));
            var key = BlobSql.ChunkKey(content, chunk);
            if (reads.Read((key, _buffer), static (connection, wanted) => ReadChunk(connection, wanted)) != expected)
            {
                throw new StorageException("The blob was removed while it was read.", SqliteErrors.BlobChanged);
            }

            _bufferedChunk = chunk;
        }

        return _buffer;
    }

    private static int ReadChunk(SqliteConnection connection, (long Key, byte[] Buffer) wanted)
    {
        using var statement = connection.Use(BlobSql.ReadChunk);
        if (!statement.Bind(1, wanted.Key).Step())
        {
            return -1;
        }

        var bytes = statement.GetBytes(0);
        bytes.CopyTo(wanted.Buffer);
        return bytes.Length;
    }
}

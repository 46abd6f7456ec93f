using Azure.Storage.Blobs.Models;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Blobs;

/// <summary>
/// Reads a blob from its beginning to its end, unbuffered. When the connection drops, the client asks for the rest of the same version, five times at
/// most; when that is gone, reading fails with the port's exception.
/// </summary>
internal sealed class BlobReadStream(BlobDownloadStreamingResult download) : Stream
{
    private readonly Stream _content = download.Content;
    private long _position;
    private bool _disposed;

    /// <inheritdoc />
    public override bool CanRead => !_disposed;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length { get; } = download.Details.ContentLength;

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        var read = await new StorageCall(StorageOperation.GetBlob).RunAsync(() =>
            ReadOnAsync(buffer, cancellationToken)
        );
        _position += read;
        return read > 0 ? read : throw StorageErrors.NoAnswer(StorageOperation.GetBlob, cause: null);
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }

    /// <inheritdoc />
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            download.Dispose();
        }

        _disposed = true;
        base.Dispose(disposing);
    }

    private async Task<int> ReadOnAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await _content.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception exception) when (exception is AggregateException or IOException)
        {
            // The client has asked for the rest often enough.
            throw StorageErrors.NoAnswer(StorageOperation.GetBlob, exception);
        }
    }
}

using System.Globalization;
using Azure.Core;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Blobs;

/// <summary>
/// Reads a blob from its beginning to its end, unbuffered. When the connection drops, it asks for the rest of the same version; when that is gone,
/// reading fails.
/// </summary>
internal sealed class BlobReadStream : Stream
{
    // A connection that gives nothing for so long is dead.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Drops one after the other without a byte in between.
    private const int MaxDrops = 5;

    private readonly BlobServiceClient _client;
    private readonly string _name;
    private readonly string _eTag;
    private readonly long _length;
    private readonly TimeProvider _timeProvider;
    private HttpMessage _message;
    private Stream _content;
    private long _position;
    private bool _disposed;

    private BlobReadStream(
        (BlobServiceClient Client, string Name) blob,
        (string ETag, long Length) version,
        (HttpMessage Message, Stream Content) answer,
        TimeProvider timeProvider
    )
    {
        (_client, _name) = blob;
        (_eTag, _length) = version;
        (_message, _content) = answer;
        _timeProvider = timeProvider;
    }

    /// <inheritdoc />
    public override bool CanRead => !_disposed;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => _length;

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>Asks for a blob.</summary>
    /// <returns>The stream, or null when there is no such blob.</returns>
    public static async ValueTask<BlobReadStream?> OpenAsync(
        BlobServiceClient client,
        string name,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        var message = client.CreateGet(name, offset: 0, eTag: null);
        BlobReadStream? stream = null;
        try
        {
            var reply = await client.OpenAsync(message, cancellationToken);
            if (reply.Status != 404)
            {
                reply.RequireSuccess();
                stream = new BlobReadStream((client, name), VersionOf(reply), (message, reply.Content), timeProvider);
            }

            return stream;
        }
        finally
        {
            if (stream is null)
            {
                message.Dispose();
            }
        }
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_position >= _length || buffer.IsEmpty)
        {
            return 0;
        }

        for (var drops = 0; drops < MaxDrops; drops++)
        {
            var read = await TryReadAsync(buffer, cancellationToken);
            if (read > 0)
            {
                _position += read;
                return read;
            }

            await ResumeAsync(cancellationToken);
        }

        throw StorageErrors.NoAnswer(StorageOperation.GetBlob, cause: null);
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
            _message.Dispose();
        }

        _disposed = true;
        base.Dispose(disposing);
    }

    /// <summary>Reads from the connection.</summary>
    /// <returns>0 when it dropped; the blob has more.</returns>
    private async ValueTask<int> TryReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _timeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await _content.ReadAsync(buffer, linked.Token);
        }
        catch (Exception exception)
            when (exception is IOException or HttpRequestException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return 0;
        }
    }

    private async ValueTask ResumeAsync(CancellationToken cancellationToken)
    {
        var message = _client.CreateGet(_name, _position, _eTag);
        try
        {
            var reply = await _client.OpenAsync(message, cancellationToken);
            reply.RequireSuccess();
            if (_position > 0 && reply.Status != 206)
            {
                throw StorageErrors.BadAnswer(StorageOperation.GetBlob);
            }

            _content = reply.Content;
            (_message, message) = (message, _message);
        }
        finally
        {
            // The old connection, or the new one that was refused.
            message.Dispose();
        }
    }

    private static (string ETag, long Length) VersionOf(StorageReply reply) =>
        reply.Header("ETag") is { } eTag
        && long.TryParse(
            reply.Header("Content-Length"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var length
        )
            ? (eTag, length)
            : throw StorageErrors.BadAnswer(StorageOperation.GetBlob);
}

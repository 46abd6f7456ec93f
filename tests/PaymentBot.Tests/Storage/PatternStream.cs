using System.Security.Cryptography;

namespace PaymentBot.Tests.Storage;

/// <summary>A forward-only stream of made-up bytes that holds none of them, reads in odd pieces and can fail on the way.</summary>
internal sealed class PatternStream(long length, int seed = 0) : Stream
{
    private long _position;

    /// <summary>Called before each read.</summary>
    public Action? Reading { get; set; }

    /// <summary>Where reading throws <see cref="EndOfStreamException"/>.</summary>
    public long FailAt { get; init; } = long.MaxValue;

    /// <summary>The largest buffer that was to be filled.</summary>
    public int LargestRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>The SHA-256 of a pattern of that length, in hexadecimal.</summary>
    public static string HashOf(long length) => Convert.ToHexString(SHA256.HashData(new PatternStream(length)));

    public override int Read(Span<byte> buffer)
    {
        Reading?.Invoke();
        LargestRead = Math.Max(LargestRead, buffer.Length);
        if (_position >= FailAt)
        {
            throw new EndOfStreamException();
        }

        var count = (int)Math.Min(Math.Min(buffer.Length, 64_111), length - _position);
        for (var i = 0; i < count; i++)
        {
            var at = _position + i;
            buffer[i] = (byte)(at ^ (at >> 8) ^ (at >> 16) ^ seed);
        }

        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

using System.Security.Cryptography;
using PaymentBot.Erp.Signatures;

namespace PaymentBot.Functions.Erp;

/// <summary>
/// The body of an upload on its way into a blob: counts, hashes and checks the signature as it streams, and throws at its end when anything is
/// wrong, so that the blob is never stored.
/// </summary>
/// <param name="body">The body.</param>
/// <param name="signature">Checks the signature.</param>
/// <param name="maxLength">The most bytes wanted.</param>
internal sealed class VerifiedContent(Stream body, WebhookStreamVerification signature, long maxLength) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>What the content must be, or null when it is only to be checked and thrown away.</summary>
    public ContentDeclaration? Declared { get; init; }

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position { get; set; }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await body.ReadAsync(buffer, cancellationToken);
        if (read == 0)
        {
            CheckEnd();
            return 0;
        }

        var bytes = buffer.Span[..read];
        signature.Append(bytes);
        _hash.AppendData(bytes);
        Position += read;
        return Position <= maxLength ? read : throw new ContentRefusedException(ContentFault.TooLarge);
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void CheckEnd()
    {
        if (signature.Complete() != WebhookVerdict.Valid)
        {
            throw new ContentRefusedException(ContentFault.BadSignature);
        }

        var hash = Convert.ToHexStringLower(_hash.GetHashAndReset());
        if (
            Declared is { } declared
            && (Position != declared.Size || !string.Equals(hash, declared.Sha256, StringComparison.Ordinal))
        )
        {
            throw new ContentRefusedException(ContentFault.Mismatch);
        }
    }
}

using System.Buffers.Text;
using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>The partition key of everything that belongs to one request: 22 characters of base64url, derived from the ERP's identity.</summary>
/// <param name="Value">The key.</param>
public readonly record struct RequestKey(string Value)
{
    /// <summary>The key of a request.</summary>
    /// <param name="id">The ERP's identity of the document.</param>
    public static RequestKey Of(RequestId id) => new(StorageKey.Of(id.Value));

    /// <summary>The key out of the 16 bytes that a button carries.</summary>
    /// <param name="bytes">Exactly <see cref="StorageKey.ByteLength"/> bytes.</param>
    public static RequestKey FromBytes(ReadOnlySpan<byte> bytes) => new(Base64Url.EncodeToString(bytes));

    /// <summary>Reads a key that came from outside.</summary>
    /// <param name="text">Any text, or null.</param>
    /// <returns>The key, whose request need not exist, or null when the text is none.</returns>
    public static RequestKey? Parse(string? text) =>
        text is not null && text.Length == Base64Url.GetEncodedLength(StorageKey.ByteLength) && Base64Url.IsValid(text)
            ? new RequestKey(text)
            : null;

    /// <summary>Writes the 16 bytes the key stands for.</summary>
    /// <param name="destination">At least <see cref="StorageKey.ByteLength"/> bytes.</param>
    public void WriteBytes(Span<byte> destination) => Base64Url.DecodeFromChars(Value, destination);

    /// <inheritdoc />
    public override string ToString() => Value;
}

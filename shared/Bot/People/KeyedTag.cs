using System.Buffers.Text;
using System.Security.Cryptography;

namespace PaymentBot.Bot.People;

/// <summary>
/// What only a holder of the key can write under a content: its HMAC-SHA256, or the beginning of that, which is as hard to guess as it is long. One key may serve several
/// purposes as long as no two of them make contents that are the same bytes.
/// </summary>
internal static class KeyedTag
{
    /// <summary>Fills a tag.</summary>
    /// <param name="key">The key, 32 bytes or more.</param>
    /// <param name="content">What the tag stands under.</param>
    /// <param name="tag">Where to, at most 32 bytes.</param>
    public static void Write(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, Span<byte> tag)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, content, mac);
        mac[..tag.Length].CopyTo(tag);
    }

    /// <summary>A tag in base64url.</summary>
    /// <param name="key">The key, 32 bytes or more.</param>
    /// <param name="content">What the tag stands under.</param>
    /// <param name="length">How many bytes of it, at most 32.</param>
    public static string Text(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, int length)
    {
        Span<byte> tag = stackalloc byte[length];
        Write(key, content, tag);
        return Base64Url.EncodeToString(tag);
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PaymentBot.Storage;

/// <summary>
/// Makes table keys out of foreign identities, which may hold any character and any length: the first 16 bytes of SHA-256 in
/// base64url, 22 characters.
/// </summary>
public static class StorageKey
{
    /// <summary>How many bytes a key stands for.</summary>
    public const int ByteLength = 16;

    /// <summary>The key of a foreign identity.</summary>
    /// <param name="identity">Any text.</param>
    public static string Of(string identity)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(identity), hash);
        return Base64Url.EncodeToString(hash[..ByteLength]);
    }
}

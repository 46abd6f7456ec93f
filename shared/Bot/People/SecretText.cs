using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PaymentBot.Bot.People;

/// <summary>Random texts that open something, and the hashes that are kept of them.</summary>
internal static class SecretText
{
    /// <summary>A new secret in base64url.</summary>
    public static string Create(int byteLength)
    {
        Span<byte> bytes = stackalloc byte[byteLength];
        RandomNumberGenerator.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Whether a text could be a secret of that many bytes; says nothing about whether it is a good one.</summary>
    public static bool IsShaped(string? text, int byteLength) =>
        text is not null
        && text.Length == Base64Url.GetEncodedLength(byteLength)
        && Base64Url.IsValid(text, out var length)
        && length == byteLength;

    /// <summary>SHA-256 in base64url, 43 characters. Fit for random secrets only, which nobody can guess back.</summary>
    public static string HashOf(string secret) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether two texts are the same; takes as long for the first differing character as for the last.</summary>
    public static bool AreEqual(string? left, string? right) =>
        left is not null
        && right is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PaymentBot.Erp.Signatures;

/// <summary>The one place that knows what is signed: <c>id.timestamp.body</c>, HMAC-SHA256, over the body's raw bytes.</summary>
internal static class WebhookMac
{
    public const int Length = HMACSHA256.HashSizeInBytes;

    public const string Version = "v1,";

    public static void Compute(
        WebhookKey key,
        string id,
        string timestamp,
        ReadOnlySpan<byte> body,
        Span<byte> destination
    )
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret);
        mac.AppendData(Encoding.ASCII.GetBytes($"{id}.{timestamp}."));
        mac.AppendData(body);
        mac.GetHashAndReset(destination);
    }

    /// <summary>Whether an id may be signed: a full stop in it would make two different messages sign alike.</summary>
    public static bool IsId([NotNullWhen(true)] string? id) =>
        id is { Length: >= 1 and <= 256 } && !id.AsSpan().ContainsAnyExceptInRange('!', '~') && !id.Contains('.');

    /// <summary>Whether one of the given signatures is the expected one; compared in constant time.</summary>
    public static bool IsAmong(ReadOnlySpan<char> signatures, ReadOnlySpan<byte> expected)
    {
        var found = false;
        var seen = 0;
        Span<byte> given = stackalloc byte[Length];
        foreach (var range in signatures.Split(' '))
        {
            var signature = signatures[range];
            if (++seen > WebhookVerifier.MaxSignatures)
            {
                break;
            }

            if (
                signature.StartsWith(Version, StringComparison.Ordinal)
                && Convert.TryFromBase64Chars(signature[Version.Length..], given, out var length)
            )
            {
                found |= CryptographicOperations.FixedTimeEquals(given[..length], expected);
            }
        }

        return found;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace PaymentBot.Erp.Signatures;

/// <summary>Signs outgoing calls with one key.</summary>
/// <param name="key">The key that the receiver knows.</param>
/// <param name="timeProvider">The clock for the timestamp.</param>
public sealed class WebhookSigner(WebhookKey key, TimeProvider timeProvider)
{
    /// <summary>Makes the headers for one attempt. Call it again for every retry: the timestamp has to be fresh.</summary>
    /// <param name="id">1 to 256 printable ASCII characters without a full stop, equal on every retry.</param>
    /// <param name="body">The bytes exactly as they will be sent.</param>
    /// <exception cref="ArgumentException">The id has another shape.</exception>
    public WebhookSignature Sign(string id, ReadOnlySpan<byte> body)
    {
        if (!WebhookMac.IsId(id))
        {
            throw new ArgumentException("A webhook id is 1 to 256 printable ASCII characters without '.'.", nameof(id));
        }

        var timestamp = timeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Span<byte> mac = stackalloc byte[WebhookMac.Length];
        using var hash = WebhookMac.Begin(key, id, timestamp);
        hash.AppendData(body);
        hash.GetHashAndReset(mac);
        return new WebhookSignature(id, timestamp, WebhookMac.Version + Convert.ToBase64String(mac));
    }
}

/// <summary>
/// The header names of Standard Webhooks 1.0, used in both directions
/// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
/// </summary>
public static class WebhookHeader
{
    /// <summary>Identity of the message, equal on retries: 1 to 256 printable ASCII characters without a full stop.</summary>
    public const string Id = "webhook-id";

    /// <summary>When this attempt was signed, in whole seconds since 1970-01-01 UTC.</summary>
    public const string Timestamp = "webhook-timestamp";

    /// <summary>One or more signatures separated by spaces, each <c>v1,</c> and base64.</summary>
    public const string Signature = "webhook-signature";
}

/// <summary>The three header values of one signed call.</summary>
/// <param name="Id">Value of <see cref="WebhookHeader.Id"/>.</param>
/// <param name="Timestamp">Value of <see cref="WebhookHeader.Timestamp"/>.</param>
/// <param name="Signature">Value of <see cref="WebhookHeader.Signature"/>, <c>v1,</c> and 44 characters of base64.</param>
public readonly record struct WebhookSignature(string Id, string Timestamp, string Signature)
{
    internal void AddTo(HttpRequestHeaders headers)
    {
        headers.Add(WebhookHeader.Id, Id);
        headers.Add(WebhookHeader.Timestamp, Timestamp);
        headers.Add(WebhookHeader.Signature, Signature);
    }
}

/// <summary>The one place that knows what is signed: <c>id.timestamp.body</c>, HMAC-SHA256, over the body's raw bytes.</summary>
internal static class WebhookMac
{
    public const int Length = HMACSHA256.HashSizeInBytes;

    public const string Version = "v1,";

    /// <summary>Has taken in what comes before the body.</summary>
    public static IncrementalHash Begin(WebhookKey key, string id, string timestamp)
    {
        var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret);
        mac.AppendData(Encoding.ASCII.GetBytes($"{id}.{timestamp}."));
        return mac;
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

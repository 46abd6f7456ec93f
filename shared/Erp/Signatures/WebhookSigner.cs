using System.Globalization;

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
        WebhookMac.Compute(key, id, timestamp, body, mac);
        return new WebhookSignature(id, timestamp, WebhookMac.Version + Convert.ToBase64String(mac));
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PaymentBot.Sandbox.Erp;

/// <summary>Standard Webhooks 1.0, written a second time on purpose: the bot's own code is checked against it.</summary>
internal static class WebhookSignature
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <returns><c>v1,</c> and the base64 HMAC-SHA256 of <c>id.timestamp.body</c>.</returns>
    public static string Sign(string key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes($"{id}.{timestamp}.");
        byte[] signed = [.. head, .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Secret(key), signed))}";
    }

    /// <summary>Says what is wrong with a signed call, or returns null.</summary>
    public static string? Refuse(string key, IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var id = headers["webhook-id"].ToString();
        var timestamp = headers["webhook-timestamp"].ToString();
        if (
            id.Length == 0
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        )
        {
            return "webhook-id or webhook-timestamp is missing";
        }

        if ((now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Window)
        {
            return "webhook-timestamp is more than five minutes off";
        }

        var expected = Encoding.ASCII.GetBytes(Sign(key, id, timestamp, body));
        var matches = headers["webhook-signature"]
            .ToString()
            .Split(' ')
            .Any(given => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), expected));
        return matches ? null : "webhook-signature does not match";
    }

    private static byte[] Secret(string key)
    {
        const string Prefix = "whsec_";
        return Convert.FromBase64String(key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : key);
    }
}

using System.Globalization;
using System.Security.Cryptography;

namespace PaymentBot.Erp.Signatures;

/// <summary>Checks that a call was signed by one of the configured keys, just now. Safe for concurrent use.</summary>
public sealed class WebhookVerifier
{
    /// <summary>How many signatures of one header are looked at; those behind are ignored.</summary>
    public const int MaxSignatures = 16;

    private const int MaxTimestampDigits = 12;

    private readonly WebhookKey[] _keys;
    private readonly TimeProvider _timeProvider;

    /// <summary>Makes a verifier.</summary>
    /// <param name="keys">One key or, while it is being replaced, two; every one is tried.</param>
    /// <param name="timeProvider">The clock that the timestamp is held against.</param>
    /// <exception cref="ArgumentException">There is no key: then nobody could ever be let in.</exception>
    public WebhookVerifier(IReadOnlyList<WebhookKey> keys, TimeProvider timeProvider)
    {
        if (keys.Count == 0)
        {
            throw new ArgumentException("At least one key is needed.", nameof(keys));
        }

        _keys = [.. keys];
        _timeProvider = timeProvider;
    }

    /// <summary>How far the timestamp may be from now, in both directions: five minutes.</summary>
    public static TimeSpan Window => TimeSpan.FromMinutes(5);

    /// <summary>Checks one call. It does not remember ids: refusing a replay within the window is the caller's work.</summary>
    /// <param name="id">Value of <see cref="WebhookHeader.Id"/>, or null when absent.</param>
    /// <param name="timestamp">Value of <see cref="WebhookHeader.Timestamp"/>, or null when absent.</param>
    /// <param name="signatures">Value of <see cref="WebhookHeader.Signature"/>, or null when absent.</param>
    /// <param name="body">The raw bytes received, a byte order mark included.</param>
    public WebhookVerdict Verify(string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body)
    {
        using var verification = Begin(id, timestamp, signatures, out var verdict);
        if (verification is null)
        {
            return verdict;
        }

        verification.Append(body);
        return verification.Complete();
    }

    /// <summary>Checks the headers of a call whose body is too large to hold, and begins to check the body.</summary>
    /// <param name="id">Value of <see cref="WebhookHeader.Id"/>, or null when absent.</param>
    /// <param name="timestamp">Value of <see cref="WebhookHeader.Timestamp"/>, or null when absent.</param>
    /// <param name="signatures">Value of <see cref="WebhookHeader.Signature"/>, or null when absent.</param>
    /// <param name="verdict">What is wrong with the headers; <see cref="WebhookVerdict.Valid"/> when nothing is.</param>
    /// <returns>What takes the body in, or null when the headers are wrong.</returns>
    public WebhookStreamVerification? Begin(
        string? id,
        string? timestamp,
        string? signatures,
        out WebhookVerdict verdict
    )
    {
        verdict = CheckHeaders(id, timestamp, signatures);
        return verdict == WebhookVerdict.Valid
            ? new WebhookStreamVerification(_keys, id!, timestamp!, signatures!)
            : null;
    }

    private static bool TryReadSeconds(string timestamp, out long seconds)
    {
        seconds = 0;
        return timestamp.Length <= MaxTimestampDigits
            && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
    }

    private WebhookVerdict CheckHeaders(string? id, string? timestamp, string? signatures)
    {
        if (!WebhookMac.IsId(id) || string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signatures))
        {
            return WebhookVerdict.MissingHeader;
        }

        if (!TryReadSeconds(timestamp, out var seconds))
        {
            return WebhookVerdict.BadTimestamp;
        }

        var age = Math.Abs(_timeProvider.GetUtcNow().ToUnixTimeSeconds() - seconds);
        return age > (long)Window.TotalSeconds ? WebhookVerdict.StaleTimestamp : WebhookVerdict.Valid;
    }
}

/// <summary>What the check of a signed call found. Anything but <see cref="Valid"/> is answered with 401.</summary>
public enum WebhookVerdict
{
    /// <summary>A configured key signed exactly these bytes within the window.</summary>
    Valid,

    /// <summary>A header is absent or empty, or the id is not 1 to 256 printable ASCII characters without a full stop.</summary>
    MissingHeader,

    /// <summary>The timestamp is not a whole number of seconds.</summary>
    BadTimestamp,

    /// <summary>The timestamp is more than five minutes away from now, in the past or in the future.</summary>
    StaleTimestamp,

    /// <summary>No configured key made any of the signatures.</summary>
    BadSignature,
}

/// <summary>Checks the signature of a body while it streams past, for files that are too large to hold. Not safe for concurrent use.</summary>
public sealed class WebhookStreamVerification : IDisposable
{
    private readonly IncrementalHash[] _macs;
    private readonly string _signatures;

    internal WebhookStreamVerification(IEnumerable<WebhookKey> keys, string id, string timestamp, string signatures)
    {
        _macs = [.. keys.Select(key => WebhookMac.Begin(key, id, timestamp))];
        _signatures = signatures;
    }

    /// <summary>Takes the next bytes of the body in.</summary>
    /// <param name="bytes">The bytes, in order.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var mac in _macs)
        {
            mac.AppendData(bytes);
        }
    }

    /// <summary>Says, after the last bytes, whether the body was signed with one of the keys.</summary>
    public WebhookVerdict Complete()
    {
        var signed = false;
        Span<byte> expected = stackalloc byte[WebhookMac.Length];
        foreach (var mac in _macs)
        {
            // No early exit: the time taken must not tell which key fits.
            mac.GetHashAndReset(expected);
            signed |= WebhookMac.IsAmong(_signatures, expected);
        }

        return signed ? WebhookVerdict.Valid : WebhookVerdict.BadSignature;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var mac in _macs)
        {
            mac.Dispose();
        }
    }
}

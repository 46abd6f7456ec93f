using System.Security.Cryptography;
using System.Text;

namespace PaymentBot.Erp.Signatures;

/// <summary>Checks the signature of a body while it streams past, for files that are too large to hold. Not safe for concurrent use.</summary>
public sealed class WebhookStreamVerification : IDisposable
{
    private readonly IncrementalHash[] _macs;
    private readonly string _signatures;

    internal WebhookStreamVerification(IEnumerable<WebhookKey> keys, string id, string timestamp, string signatures)
    {
        var prefix = Encoding.ASCII.GetBytes($"{id}.{timestamp}.");
        _macs =
        [
            .. keys.Select(key =>
            {
                var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret);
                mac.AppendData(prefix);
                return mac;
            }),
        ];
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

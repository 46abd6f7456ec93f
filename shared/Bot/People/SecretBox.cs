using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>
/// Seals secrets for the store with AES-256-GCM under a random 96-bit nonce. A sealed secret is bound to the place it lies in, so that it does not
/// open in another row. Safe for use by several threads.
/// </summary>
public sealed class SecretBox
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeyLength = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int KeyIdBytes = 4;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly string _keyId;
    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <summary>Makes a box.</summary>
    /// <param name="key">The key that seals and opens, 32 random bytes.</param>
    /// <param name="formerKey">A key that still opens, 32 bytes, while keys roll; or null.</param>
    /// <exception cref="ArgumentException">A key has another length.</exception>
    public SecretBox(byte[] key, byte[]? formerKey)
    {
        RequireLength(key, nameof(key));
        if (formerKey is not null)
        {
            RequireLength(formerKey, nameof(formerKey));
            _keys[IdOf(formerKey)] = [.. formerKey];
        }

        _keyId = IdOf(key);
        _keys[_keyId] = [.. key];
    }

    /// <summary>Seals a secret with the current key.</summary>
    /// <param name="plain">The secret, at most some kilobytes.</param>
    /// <param name="boundTo">The place it will lie in; only there it opens.</param>
    public SealedSecret Seal(string plain, string boundTo)
    {
        var secret = StrictUtf8.GetBytes(plain);
        var sealedBytes = new byte[NonceLength + secret.Length + TagLength];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[_keyId], TagLength);
        aes.Encrypt(
            nonce,
            secret,
            sealedBytes.AsSpan(NonceLength, secret.Length),
            sealedBytes.AsSpan(NonceLength + secret.Length),
            StrictUtf8.GetBytes(boundTo)
        );
        CryptographicOperations.ZeroMemory(secret);
        return new SealedSecret(_keyId, Base64Url.EncodeToString(sealedBytes));
    }

    /// <summary>Opens a sealed secret.</summary>
    /// <param name="secret">What lies in the store.</param>
    /// <param name="boundTo">The place it lies in.</param>
    /// <returns>The secret, or null when its key is unknown, it was changed, or it was sealed for another place.</returns>
    public string? Open(SealedSecret secret, string boundTo)
    {
        if (!_keys.TryGetValue(secret.KeyId, out var key) || !Base64Url.IsValid(secret.Text, out var length))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(secret.Text);
        if (length < NonceLength + TagLength)
        {
            return null;
        }

        var plain = new byte[bytes.Length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(
                bytes.AsSpan(0, NonceLength),
                bytes.AsSpan(NonceLength, plain.Length),
                bytes.AsSpan(NonceLength + plain.Length),
                plain,
                StrictUtf8.GetBytes(boundTo)
            );
            return StrictUtf8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Whether a secret is sealed with the current key, so that it need not be sealed again.</summary>
    /// <param name="secret">What lies in the store.</param>
    public bool IsCurrent(SealedSecret secret) => string.Equals(secret.KeyId, _keyId, StringComparison.Ordinal);

    private static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, KeyIdBytes));

    private static void RequireLength(byte[] key, string parameterName)
    {
        if (key.Length != KeyLength)
        {
            throw new ArgumentException($"A key is {KeyLength} bytes long.", parameterName);
        }
    }
}

/// <summary>A secret that only the holder of the key can read.</summary>
/// <param name="KeyId">Which key sealed it: the first 8 hexadecimal digits of the key's SHA-256, in lower case.</param>
/// <param name="Text">Nonce, cipher text and tag in base64url.</param>
public sealed record SealedSecret(string KeyId, string Text)
{
    /// <summary>The key's id only.</summary>
    public override string ToString() => $"sealed with {KeyId}";
}

/// <summary>The two columns in which a row keeps a sealed refresh token.</summary>
internal static class SealedColumns
{
    private const string KeyId = "RefreshTokenKey";
    private const string Text = "RefreshToken";

    public static SealedSecret? Read(TableEntity entity) =>
        entity.GetString(KeyId) is { } keyId && entity.GetString(Text) is { } text
            ? new SealedSecret(keyId, text)
            : null;

    public static void Write(TableEntity entity, SealedSecret? secret)
    {
        entity[KeyId] = secret?.KeyId;
        entity[Text] = secret?.Text;
    }
}

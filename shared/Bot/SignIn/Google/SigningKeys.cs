using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>The server's RSA keys (https://www.rfc-editor.org/rfc/rfc7517), kept for an hour and read again when a token names a new one.</summary>
internal sealed class SigningKeys(HttpClient http, string address, TimeProvider clock)
{
    private const int MinModulusBytes = 256;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private volatile KeySet _known = new(
        DateTimeOffset.MinValue,
        new Dictionary<string, RSAParameters>(StringComparer.Ordinal)
    );

    /// <summary>The public key of that name.</summary>
    /// <returns>The key, or null when the server has none of that name.</returns>
    /// <exception cref="HttpRequestException">The server did not give its keys.</exception>
    public async ValueTask<RSAParameters?> FindAsync(string? keyId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(keyId))
        {
            return null;
        }

        if (clock.GetUtcNow() < _known.ReadAt + KeptFor && _known.Keys.TryGetValue(keyId, out var known))
        {
            return known;
        }

        // Not limited: tokens come from the token endpoint alone, so nobody else can name keys.
        _known = await ReadAsync(cancellationToken);
        return _known.Keys.TryGetValue(keyId, out var found) ? found : null;
    }

    private static Dictionary<string, RSAParameters> ReadKeys(JsonElement root)
    {
        var keys = new Dictionary<string, RSAParameters>(StringComparer.Ordinal);
        if (root.TryGetProperty("keys", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var key in list.EnumerateArray().Where(IsSigningKey))
            {
                if (IdToken.Text(key, "kid") is { } keyId && ReadKey(key) is { } parameters)
                {
                    keys[keyId] = parameters;
                }
            }
        }

        return keys;
    }

    private static bool IsSigningKey(JsonElement key) =>
        key.ValueKind == JsonValueKind.Object
        && IdToken.Text(key, "kty") is "RSA"
        && IdToken.Text(key, "use") is null or "sig"
        && IdToken.Text(key, "alg") is null or "RS256";

    private static RSAParameters? ReadKey(JsonElement key) =>
        ReadNumber(key, "n") is { Length: >= MinModulusBytes } modulus
        && ReadNumber(key, "e") is { Length: > 0 } exponent
            ? new RSAParameters { Modulus = modulus, Exponent = exponent }
            : null;

    private static byte[]? ReadNumber(JsonElement key, string name) =>
        IdToken.Text(key, name) is { } text && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;

    private async Task<KeySet> ReadAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(address, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        return new KeySet(clock.GetUtcNow(), ReadKeys(document.RootElement));
    }

    private sealed record KeySet(DateTimeOffset ReadAt, IReadOnlyDictionary<string, RSAParameters> Keys);
}

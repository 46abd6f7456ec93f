using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PaymentBot.Tests.Identity.Google;

/// <summary>Makes ID tokens, genuine and forged.</summary>
/// <param name="clock">The clock of the tokens.</param>
/// <param name="key">The key to sign with; Google's unless given.</param>
internal sealed class IdTokenForge(TimeProvider clock, RSAParameters? key = null) : IDisposable
{
    // Made once: a key takes longer than a test.
    private static readonly RSAParameters GoogleKey = NewKey();

    public const string ClientId = "1234.apps.example";
    public const string KeyId = "key-1";

    /// <summary>A key that is not Google's.</summary>
    public static RSAParameters ForeignKey { get; } = NewKey();

    public RSA Key { get; } = RSA.Create(key ?? GoogleKey);

    public JsonObject Header { get; } =
        new()
        {
            ["alg"] = "RS256",
            ["kid"] = KeyId,
            ["typ"] = "JWT",
        };

    /// <summary>What Google would say of Anna now.</summary>
    public JsonObject Claims(string nonce)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = "https://accounts.google.com",
            ["azp"] = ClientId,
            ["aud"] = ClientId,
            ["sub"] = "110169484474386276334",
            ["hd"] = "example.ru",
            ["email"] = "anna@example.ru",
            ["email_verified"] = true,
            ["nonce"] = nonce,
            ["iat"] = now,
            ["exp"] = now + 3600,
        };
    }

    /// <summary>The public key as the certificates address shows it.</summary>
    public string CertificatesOf(string keyId)
    {
        var parameters = Key.ExportParameters(false);
        var published = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = keyId,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
        return new JsonObject { ["keys"] = new JsonArray(published) }.ToJsonString();
    }

    public string Sign(string header, string claims)
    {
        var content = $"{Encode(header)}.{Encode(claims)}";
        var signature = Key.SignData(
            Encoding.ASCII.GetBytes(content),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{content}.{Base64Url.EncodeToString(signature)}";
    }

    public string Sign(JsonObject claims) => Sign(Header.ToJsonString(), claims.ToJsonString());

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public void Dispose() => Key.Dispose();

    private static RSAParameters NewKey()
    {
        using var made = RSA.Create(2048);
        return made.ExportParameters(includePrivateParameters: true);
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Google;

/// <summary>Writes and signs ID tokens, and publishes the key they are checked with.</summary>
internal sealed class IdTokens(GoogleStandInOptions options, TimeProvider clock) : IDisposable
{
    private const string KeyId = "sandbox-1";

    private readonly RSA _key = RSA.Create(2048);
    private readonly Lazy<RSA> _foreignKey = new(() => RSA.Create(2048));

    /// <summary>Changes a token before it is signed, or null: what a forger would send.</summary>
    public Func<IdTokenDraft, IdTokenDraft>? Tamper { get; set; }

    public string Issue(string issuer, GoogleAccount account, string? nonce)
    {
        var draft = new IdTokenDraft(
            new JsonObject
            {
                ["alg"] = "RS256",
                ["kid"] = KeyId,
                ["typ"] = "JWT",
            },
            Claims(issuer, account, nonce)
        );
        return Sign(Tamper?.Invoke(draft) ?? draft);
    }

    /// <summary>The JSON Web Key Set.</summary>
    public JsonObject Certificates()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["alg"] = "RS256",
                    ["kid"] = KeyId,
                    ["n"] = Base64Url.EncodeToString(key.Modulus),
                    ["e"] = Base64Url.EncodeToString(key.Exponent),
                }
            ),
        };
    }

    public void Dispose()
    {
        _key.Dispose();
        if (_foreignKey.IsValueCreated)
        {
            _foreignKey.Value.Dispose();
        }
    }

    private JsonObject Claims(string issuer, GoogleAccount account, string? nonce)
    {
        var now = clock.GetUtcNow();
        var claims = new JsonObject
        {
            ["iss"] = issuer,
            ["azp"] = options.ClientId,
            ["aud"] = options.ClientId,
            ["sub"] = account.Subject,
            ["email"] = account.Email,
            ["email_verified"] = account.EmailVerified,
            ["name"] = account.Name,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + options.TokenLifetime).ToUnixTimeSeconds(),
        };
        if (account.HostedDomain is { } domain)
        {
            claims["hd"] = domain;
        }

        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return claims;
    }

    private string Sign(IdTokenDraft draft)
    {
        var signed = $"{Encode(draft.Header)}.{Encode(draft.Claims)}";
        if (draft.Header["alg"].AsText() is "none")
        {
            return $"{signed}.";
        }

        var key = draft.ForeignKey ? _foreignKey.Value : _key;
#pragma warning disable S5542 // RS256 is this padding (RFC 7518, 3.3).
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
#pragma warning restore S5542
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(JsonObject part) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}

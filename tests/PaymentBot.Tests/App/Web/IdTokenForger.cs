using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PaymentBot.Tests.App.Web;

/// <summary>Signs ID tokens, true ones and false ones.</summary>
internal sealed class IdTokenForger : IDisposable
{
    private const string KeyId = "key-1";

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _foreignKey = RSA.Create(2048);

    /// <summary>Signs with a key that is not among the published ones, under a published name.</summary>
    public bool SignsWithForeignKey { get; set; }

    /// <summary>The algorithm the header names; <c>none</c> leaves the signature out.</summary>
    public string Algorithm { get; set; } = "RS256";

    /// <summary>The published keys.</summary>
    public JsonObject KeySet
    {
        get
        {
            var parameters = _key.ExportParameters(includePrivateParameters: false);
            var key = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = KeyId,
                ["n"] = Base64Url.EncodeToString(parameters.Modulus),
                ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            };
            return new JsonObject { ["keys"] = new JsonArray(key) };
        }
    }

    public string Sign(JsonObject claims)
    {
        var header = new JsonObject
        {
            ["alg"] = Algorithm,
            ["kid"] = KeyId,
            ["typ"] = "JWT",
        };
        var text = $"{Encode(header)}.{Encode(claims)}";
        if (Algorithm is "none")
        {
            return $"{text}.";
        }

        var key = SignsWithForeignKey ? _foreignKey : _key;
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(text),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    public void Dispose()
    {
        _key.Dispose();
        _foreignKey.Dispose();
    }

    private static string Encode(JsonObject json) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}

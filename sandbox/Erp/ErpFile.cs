using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>A file attached to a document.</summary>
internal sealed record ErpFile(string Id, string Name, string ContentType, byte[] Content)
{
    /// <summary>As the snapshot declares it.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Id,
            ["name"] = Name,
            ["contentType"] = ContentType,
            ["size"] = Content.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Content)),
        };
}

using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Google;

/// <summary>An ID token before it is signed.</summary>
/// <param name="Header">Its <c>alg</c> <c>none</c> leaves the signature out.</param>
internal sealed record IdTokenDraft(JsonObject Header, JsonObject Claims)
{
    /// <summary>Signed with a key that is not among the certificates, under the id of one that is.</summary>
    public bool ForeignKey { get; init; }
}

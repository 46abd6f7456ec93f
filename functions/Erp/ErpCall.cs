using PaymentBot.Storage;

namespace PaymentBot.Functions.Erp;

/// <summary>A call of the ERP whose signature holds.</summary>
/// <param name="WebhookId">The <c>webhook-id</c>: equal on retries.</param>
/// <param name="Body">The raw bytes that were signed.</param>
public sealed record ErpCall(string WebhookId, byte[] Body)
{
    /// <summary>The key it is remembered under.</summary>
    public string SeenKey => $"erp-{StorageKey.Of(WebhookId)}";

    /// <summary>Tells one body from another.</summary>
    public string BodyHash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Body));
}

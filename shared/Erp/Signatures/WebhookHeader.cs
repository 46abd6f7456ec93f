namespace PaymentBot.Erp.Signatures;

/// <summary>
/// The header names of Standard Webhooks 1.0, used in both directions
/// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
/// </summary>
public static class WebhookHeader
{
    /// <summary>Identity of the message, equal on retries: 1 to 256 printable ASCII characters without a full stop.</summary>
    public const string Id = "webhook-id";

    /// <summary>When this attempt was signed, in whole seconds since 1970-01-01 UTC.</summary>
    public const string Timestamp = "webhook-timestamp";

    /// <summary>One or more signatures separated by spaces, each <c>v1,</c> and base64.</summary>
    public const string Signature = "webhook-signature";
}

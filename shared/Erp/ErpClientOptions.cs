namespace PaymentBot.Erp;

/// <summary>Where and how decisions are handed to the ERP. Section <c>Erp</c> of the configuration.</summary>
public sealed class ErpClientOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Erp";

    /// <summary>The absolute http or https address that takes decisions. Required. Redirects are not followed.</summary>
    public string DecisionUrl { get; init; } = "";

    /// <summary>The key that signs outgoing calls, <c>whsec_</c> and the base64 of 24 to 64 bytes. Required.</summary>
    public string OutboundKey { get; init; } = "";

    /// <summary>How long one call may take, 1 second to 2 minutes; default 20 seconds: a cold 1C session takes long.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The type and the address, never the key.</summary>
    public override string ToString() => $"{nameof(ErpClientOptions)} {DecisionUrl}";
}

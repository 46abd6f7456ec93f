using PaymentBot.Erp.Signatures;

namespace PaymentBot.Erp;

/// <summary>Where the ERP is called, and how the calls are signed. A class, not a record: printing it must not print the key.</summary>
public sealed class ErpClientOptions
{
    private const string OutboundKeyName = "Erp__OutboundKey";

    /// <summary>The absolute http or https address that takes decisions; empty when there is none. Redirects are not followed.</summary>
    public string DecisionUrl { get; init; } = "";

    /// <summary>The absolute http or https address that knows a person by e-mail; null or empty when there is none. Redirects are not followed.</summary>
    public string? PeopleUrl { get; init; }

    /// <summary>The key that signs outgoing calls, <c>whsec_</c> and the base64 of 24 to 64 bytes.</summary>
    public string OutboundKey { get; init; } = "";

    /// <summary>The zone of local times in answers about people; UTC by default.</summary>
    public TimeZoneInfo SenderZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Finds what is wrong. What is empty is not looked at: whether it is needed depends on how decisions reach the ERP.</summary>
    /// <returns>One sentence per fault, naming the setting and never its value; empty when all is well.</returns>
    public IReadOnlyList<string> Validate()
    {
        List<string> faults = [];
        foreach (var (name, address) in new[] { ("Erp__DecisionUrl", DecisionUrl), ("Erp__PeopleUrl", PeopleUrl) })
        {
            if (!string.IsNullOrEmpty(address) && WebAddress.Parse(address) is null)
            {
                faults.Add($"{name} must be an absolute http or https address without login and password.");
            }
        }

        if (OutboundKey.Length > 0 && !WebhookKey.TryParse(OutboundKey, out _))
        {
            faults.Add(WebhookKey.Fault(OutboundKeyName));
        }

        return faults;
    }

    /// <summary>The type and the address, never the key.</summary>
    public override string ToString() => $"{nameof(ErpClientOptions)} {DecisionUrl}";

    internal WebhookSigner SignerBy(TimeProvider timeProvider) =>
        new(WebhookKey.Parse(OutboundKey, OutboundKeyName), timeProvider);
}

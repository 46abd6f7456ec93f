using System.Globalization;
using PaymentBot.Bot.Settings;
using PaymentBot.Erp.Signatures;

namespace PaymentBot.Functions.Settings;

/// <summary>Reads what has to be known of the ERP, and says what is wrong with it.</summary>
/// <param name="faults">Gets a line for each fault; the lines name keys, never values.</param>
internal sealed class ErpSettingsCheck(List<string> faults)
{
    /// <summary>The keys the ERP signs with, those that can be read.</summary>
    /// <param name="erp">The section.</param>
    public IReadOnlyList<WebhookKey> ReadInboundKeys(ErpSettings erp) =>
        [
            .. erp
                .InboundKeys.Select(
                    (text, index) =>
                        ReadKey(text, string.Create(CultureInfo.InvariantCulture, $"Erp__InboundKeys__{index}"))
                )
                .OfType<WebhookKey>(),
        ];

    /// <summary>The zone of times without an offset; UTC when a fault was noted.</summary>
    /// <param name="erp">The section.</param>
    public TimeZoneInfo ReadTimeZone(ErpSettings erp)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(erp.TimeZone, out var zone))
        {
            return zone;
        }

        if (erp.TimeZone.Length > 0)
        {
            faults.Add("Erp__TimeZone is no time zone this machine knows: use an IANA name such as Europe/Moscow.");
        }

        return TimeZoneInfo.Utc;
    }

    /// <summary>Checks the keys and the addresses.</summary>
    /// <param name="erp">The section.</param>
    public void Check(ErpSettings erp)
    {
        if (erp.InboundKeys.Length is 0 or > 2)
        {
            faults.Add("Erp__InboundKeys__0 is missing (two keys at most): the whsec_ key the ERP signs with.");
        }

        if (string.IsNullOrEmpty(erp.DecisionUrl) && erp.Mode == ErpMode.Push)
        {
            faults.Add(
                "Erp__DecisionUrl is missing: the ERP's address that takes decisions; or set Erp__Mode=Pull for an ERP that fetches them."
            );
        }

        faults.AddRange(erp.ToClientOptions(TimeZoneInfo.Utc).Validate());
    }

    private WebhookKey? ReadKey(string text, string name)
    {
        if (WebhookKey.TryParse(text, out var key))
        {
            return key;
        }

        if (text.Length == 0)
        {
            faults.Add($"{name} is missing: a whsec_ key that the ERP has too.");
            return null;
        }

        faults.Add(WebhookKey.Fault(name));
        return null;
    }
}

using System.ComponentModel.DataAnnotations;
using PaymentBot.Erp;

namespace PaymentBot.Bot.Settings;

/// <summary>The section <c>Erp</c>.</summary>
public sealed class ErpSettings
{
    /// <summary>The keys the ERP signs with: one, or two while they are rolled.</summary>
    public string[] InboundKeys { get; set; } = [];

    /// <summary>The key the bot signs with.</summary>
    [Required(ErrorMessage = "Erp__OutboundKey is missing: the whsec_ key the bot signs its decisions with.")]
    public string OutboundKey { get; set; } = string.Empty;

    /// <summary>How decisions come to the ERP.</summary>
    [EnumDataType(typeof(ErpMode), ErrorMessage = "Erp__Mode must be Push or Pull.")]
    public ErpMode Mode { get; set; }

    /// <summary>Where decisions are posted; needed for <see cref="ErpMode.Push"/> only.</summary>
    public string DecisionUrl { get; set; } = string.Empty;

    /// <summary>Where a person is looked up by e-mail; optional.</summary>
    public string? PeopleUrl { get; set; }

    /// <summary>The zone of times without an offset, and of the times on cards.</summary>
    [Required(ErrorMessage = "Erp__TimeZone is missing: an IANA name such as Europe/Moscow.")]
    public string TimeZone { get; set; } = string.Empty;

    /// <summary>What the calls to the ERP are made by.</summary>
    /// <param name="zone">The parsed <see cref="TimeZone"/>.</param>
    public ErpClientOptions ToClientOptions(TimeZoneInfo zone) =>
        new()
        {
            DecisionUrl = DecisionUrl,
            PeopleUrl = PeopleUrl,
            OutboundKey = OutboundKey,
            SenderZone = zone,
        };
}

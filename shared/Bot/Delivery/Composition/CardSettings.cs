using PaymentBot.Cards;
using PaymentBot.Cards.Inline;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>What every card is made with.</summary>
/// <param name="TimeZone">The zone in which times are shown.</param>
/// <param name="DefaultLanguage">The language of groups and of people whose own is unknown.</param>
public sealed record CardSettings(TimeZoneInfo TimeZone, Language DefaultLanguage)
{
    /// <summary>How much a card may disclose that is sent from an inline query.</summary>
    public InlineDisclosure InlineDisclosure { get; init; }
}

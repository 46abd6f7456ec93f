using PaymentBot.Cards;
using PaymentBot.Cards.Groups;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>The chat a card is for.</summary>
/// <param name="ChatId">The chat.</param>
/// <param name="Language">What its readers read.</param>
/// <param name="Linked">False when the chat no longer belongs to the person, or the group is no longer bound: the card loses its buttons.</param>
public sealed record CardTarget(long ChatId, Language Language, bool Linked = true)
{
    /// <summary>The zone in which its reader wants times, or null for the company's.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Whether a card sent there now makes no sound.</summary>
    public bool Silent { get; init; }

    /// <summary>The forum topic, or null for the General topic and for chats without topics.</summary>
    public long? ThreadId { get; init; }

    /// <summary>How much a group sees; of no account for a person.</summary>
    public Redaction Redaction { get; init; }
}

using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.People;
using PaymentBot.Cards.Groups;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>Where a recipient's card belongs.</summary>
/// <param name="Target">The chat, or null when the person is not linked or the group not bound.</param>
/// <param name="Link">The person's link, or null for a group or without one.</param>
/// <param name="Group">Where the group's cards go, or null for a person or a group that is not bound.</param>
public sealed record ResolvedTarget(CardTarget? Target, StoredLink? Link, GroupTarget? Group = null)
{
    /// <summary>Whether the person is linked, or the group bound, but cannot be written to.</summary>
    public bool Blocked => Link is { Link.Unreachable: not null } || Group?.Trouble == GroupTrouble.Gone;

    /// <summary>Whether a card lies where its recipient no longer reads.</summary>
    /// <param name="row">The card's row.</param>
    public bool HasLeft(CardRow row) =>
        row.MessageId is not null
        && (row.Recipient.Person is null ? Group?.Holds(row) != true : row.ChatId != Target?.ChatId);
}

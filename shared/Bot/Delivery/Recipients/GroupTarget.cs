using PaymentBot.Cards.Groups;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>Where the cards of a group key go now.</summary>
/// <param name="Place">The place, under the id the chat has now.</param>
/// <param name="FormerChats">Ids the same chat had before; messages sent then are edited under them.</param>
/// <param name="Trouble">What keeps cards from it, or None.</param>
/// <param name="BySettings">Whether the settings say so, rather than a binding.</param>
public sealed record GroupTarget(
    GroupPlace Place,
    IReadOnlyList<long> FormerChats,
    GroupTrouble Trouble,
    bool BySettings
)
{
    /// <summary>Whether a card is in this place.</summary>
    /// <param name="row">The card's row.</param>
    public bool Holds(CardRow row) =>
        row.ThreadId == Place.ThreadId
        && row.ChatId is { } chatId
        && (chatId == Place.ChatId || FormerChats.Contains(chatId));
}

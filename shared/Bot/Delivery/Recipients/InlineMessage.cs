using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Cards.Inline;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>A card that somebody sent into some chat from an inline query.</summary>
/// <param name="Id">The <c>inline_message_id</c>, all that is known of where it lies.</param>
/// <param name="View">How it was allowed to look when it was sent.</param>
/// <param name="Language">The language it was sent in.</param>
/// <param name="ChosenBy">Who sent it.</param>
public sealed record InlineMessage(string Id, InlineView View, Language Language, ErpId ChosenBy);

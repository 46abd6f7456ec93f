using PaymentBot.Bot.Requests;
using PaymentBot.Cards;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>What a genuine button of ours says.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Request">The request it belongs to.</param>
/// <param name="Revision">The revision its card showed.</param>
public readonly record struct ButtonData(CardAction Action, RequestKey Request, long Revision);

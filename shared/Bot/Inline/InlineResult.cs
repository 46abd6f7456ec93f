using PaymentBot.Bot.Requests;
using PaymentBot.Cards.Inline;

namespace PaymentBot.Bot.Inline;

/// <summary>What the id of an inline result says.</summary>
/// <param name="Request">The request.</param>
/// <param name="View">How the card may look.</param>
/// <param name="Hash">The hash of the card that is sent, 22 characters.</param>
public sealed record InlineResult(RequestKey Request, InlineView View, string Hash);

using PaymentBot.Bot.People;
using PaymentBot.Cards;

namespace PaymentBot.Bot.Inline;

/// <summary>Whoever types behind the bot's name.</summary>
/// <param name="Link">The person, or null for a stranger.</param>
/// <param name="Phrases">What to say.</param>
public sealed record InlineAsker(Link? Link, IPhrases Phrases);

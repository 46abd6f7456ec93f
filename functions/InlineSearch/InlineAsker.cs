using PaymentBot.Cards;
using PaymentBot.Identity;

namespace PaymentBot.Functions.InlineSearch;

/// <summary>Whoever types behind the bot's name.</summary>
/// <param name="Link">The person, or null for a stranger.</param>
/// <param name="Phrases">What to say.</param>
internal sealed record InlineAsker(Link? Link, IPhrases Phrases);

using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.People;
using PaymentBot.Cards;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Inline;

/// <summary>
/// Finds out who types behind the bot's name. That somebody does so in some chat does not prove that the bot may write to them, so nothing is noted.
/// </summary>
/// <param name="links">The links of people.</param>
/// <param name="targets">Knows the language of a person.</param>
/// <param name="cards">The default language.</param>
public sealed class InlineAskers(LinkStore links, TargetResolver targets, CardSettings cards)
{
    /// <summary>Finds out.</summary>
    /// <param name="user">The user, as Telegram vouches for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<InlineAsker> FindAsync(User user, CancellationToken cancellationToken)
    {
        var link = (await links.FindAsync(user.Id, cancellationToken))?.Link;
        var language = link is null
            ? LanguageTags.Parse(user.LanguageCode, cards.DefaultLanguage)
            : targets.LanguageOf(link with { LanguageCode = user.LanguageCode ?? link.LanguageCode });
        return new InlineAsker(link, Phrases.For(language));
    }
}

using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.People;
using PaymentBot.Cards;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Conversation;

/// <summary>Finds out who a Telegram user is, and keeps the user's language up to date.</summary>
/// <param name="links">The links of people.</param>
/// <param name="refresh">Brings the cards of a person who is back.</param>
/// <param name="targets">Knows the languages of people.</param>
/// <param name="settings">The default language.</param>
public sealed class ActorFinder(LinkStore links, PersonRefresh refresh, TargetResolver targets, CardSettings settings)
{
    /// <summary>Finds the person behind a user.</summary>
    /// <param name="user">The user, as Telegram vouches for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The person, or null for a stranger.</returns>
    public async ValueTask<Actor?> FindAsync(User user, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(user.Id, cancellationToken) is not { } stored)
        {
            return null;
        }

        var link = stored.Link;
        var speaksNewly =
            user.LanguageCode is not null
            && !string.Equals(user.LanguageCode, link.LanguageCode, StringComparison.Ordinal);
        if (speaksNewly || link.Unreachable is not null)
        {
            link = link with { LanguageCode = user.LanguageCode ?? link.LanguageCode, Unreachable = null };
            await links.UpdateAsync(stored, link, cancellationToken);
        }

        if (stored.Link.Unreachable is not null)
        {
            await refresh.RefreshAsync(link.ErpId, cancellationToken);
        }

        return new Actor(link, Phrases.For(targets.LanguageOf(link)));
    }

    /// <summary>What to say to a user of whom nothing is known but what Telegram says.</summary>
    /// <param name="user">The user.</param>
    public IPhrases PhrasesFor(User user) =>
        Phrases.For(LanguageTags.Parse(user.LanguageCode, settings.DefaultLanguage));
}

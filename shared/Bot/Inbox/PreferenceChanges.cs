using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.People;
using PaymentBot.Cards;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Inbox;

/// <summary>Stores what a person chose. Cards that wait for the person follow: they speak the new language and tell the new times.</summary>
/// <param name="links">The links of people.</param>
/// <param name="targets">Knows people's languages.</param>
/// <param name="refresh">Looks at the open requests of a person.</param>
public sealed class PreferenceChanges(LinkStore links, TargetResolver targets, PersonRefresh refresh)
{
    /// <summary>Stores a choice.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="choose">From what holds to what is to hold.</param>
    /// <param name="cancellationToken">Ends the work; choosing again is safe.</param>
    /// <returns>The person as they are now, in the language they chose.</returns>
    /// <exception cref="StorageException">The store failed; choosing again is safe.</exception>
    public async Task<Actor> SaveAsync(
        Actor actor,
        Func<LinkPreferences, LinkPreferences> choose,
        CancellationToken cancellationToken
    )
    {
        while (await links.FindAsync(actor.TelegramUserId, cancellationToken) is { } stored)
        {
            var former = stored.Link.Preferences;
            var next = stored.Link with { Preferences = choose(former) };
            if (next.Preferences == former)
            {
                return ActorOf(stored.Link);
            }

            if (await links.UpdateAsync(stored, next, cancellationToken))
            {
                await FollowAsync(former, next, cancellationToken);
                return ActorOf(next);
            }
        }

        return actor;
    }

    private static bool Shows(LinkPreferences former, LinkPreferences next) =>
        !string.Equals(former.Language, next.Language, StringComparison.Ordinal)
        || !string.Equals(former.TimeZone, next.TimeZone, StringComparison.Ordinal);

    private async Task FollowAsync(LinkPreferences former, Link next, CancellationToken cancellationToken)
    {
        if (Shows(former, next.Preferences))
        {
            await refresh.RefreshAsync(next.ErpId, cancellationToken);
        }
    }

    private Actor ActorOf(Link link) => new(link, Phrases.For(targets.LanguageOf(link)));
}

using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.People;
using PaymentBot.Cards;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>Finds the chat of a recipient.</summary>
/// <param name="links">The links of people.</param>
/// <param name="groups">The bound groups.</param>
/// <param name="settings">What holds for those who have chosen nothing.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class TargetResolver(
    LinkStore links,
    GroupDirectory groups,
    CardSettings settings,
    TimeProvider timeProvider
)
{
    /// <summary>Looks up where a recipient's card belongs now.</summary>
    /// <param name="recipient">The recipient.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<ResolvedTarget> ResolveAsync(Recipient recipient, CancellationToken cancellationToken)
    {
        if (recipient.Person is not { } person)
        {
            return await groups.FindAsync(recipient.GroupKey!, cancellationToken) is { } group
                ? new ResolvedTarget(TargetOf(group.Place), null, group)
                : new ResolvedTarget(null, null);
        }

        return await ResolvePersonAsync(person, cancellationToken);
    }

    /// <summary>The language of a linked person: the chosen one, else Telegram's.</summary>
    /// <param name="link">The link.</param>
    public Language LanguageOf(Link link) => LanguageTags.Parse(link.LanguageTag, settings.DefaultLanguage);

    /// <summary>The zone in which a linked person reads times.</summary>
    /// <param name="link">The link.</param>
    public TimeZoneInfo TimeZoneOf(Link link) => link.Preferences.ZoneOr(settings.TimeZone);

    private CardTarget TargetOf(GroupPlace place) =>
        new(place.ChatId, place.Language ?? settings.DefaultLanguage)
        {
            ThreadId = place.ThreadId,
            Redaction = place.Redaction,
        };

    private CardTarget TargetOf(Link link) =>
        new(link.TelegramUserId, LanguageOf(link))
        {
            TimeZone = TimeZoneOf(link),
            Silent = link.Preferences.IsSilentAt(timeProvider.GetUtcNow(), settings.TimeZone),
        };

    private async ValueTask<ResolvedTarget> ResolvePersonAsync(ErpId person, CancellationToken cancellationToken) =>
        await links.FindAsync(person, cancellationToken) is { } stored
            ? new ResolvedTarget(TargetOf(stored.Link), stored)
            : new ResolvedTarget(null, null);
}

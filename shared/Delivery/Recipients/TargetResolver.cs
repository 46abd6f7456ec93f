using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Delivery.Composition;
using PaymentBot.Identity;

namespace PaymentBot.Delivery.Recipients;

/// <summary>Finds the chat of a recipient.</summary>
/// <param name="links">The links of people.</param>
/// <param name="groups">The bound groups.</param>
/// <param name="settings">The default language.</param>
public sealed class TargetResolver(LinkStore links, GroupDirectory groups, CardSettings settings)
{
    /// <summary>Looks up where a recipient's card belongs now.</summary>
    /// <param name="recipient">The recipient.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<ResolvedTarget> ResolveAsync(Recipient recipient, CancellationToken cancellationToken)
    {
        if (recipient.Person is not { } person)
        {
            return await groups.FindAsync(recipient.GroupKey!, cancellationToken) is { } chatId
                ? new ResolvedTarget(new CardTarget(chatId, settings.DefaultLanguage), null)
                : new ResolvedTarget(null, null);
        }

        return await ResolvePersonAsync(person, cancellationToken);
    }

    /// <summary>The language of a linked person.</summary>
    /// <param name="link">The link.</param>
    public Language LanguageOf(Link link) => LanguageTags.Parse(link.LanguageCode, settings.DefaultLanguage);

    private async ValueTask<ResolvedTarget> ResolvePersonAsync(ErpId person, CancellationToken cancellationToken) =>
        await links.FindAsync(person, cancellationToken) is { } stored
            ? new ResolvedTarget(new CardTarget(stored.Link.TelegramUserId, LanguageOf(stored.Link)), stored)
            : new ResolvedTarget(null, null);
}

using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.People;
using PaymentBot.Storage;

namespace PaymentBot.Bot.SignIn;

/// <summary>What a linked person can ask and do about the link: /me and /logout.</summary>
/// <param name="changes">Removes links.</param>
/// <param name="people">The people of the ERP.</param>
/// <param name="cards">The time zone.</param>
public sealed class AccountCommands(LinkChanges changes, PeopleStore people, CardSettings cards)
{
    /// <summary>Who one is and since when.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="fallbackName">What to call the person whose name the ERP never told.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Telegram's HTML.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<string> DescribeAsync(Actor actor, string fallbackName, CancellationToken cancellationToken)
    {
        var link = actor.Link;
        var known = await people.FindAsync(link.ErpId, cancellationToken);
        var name = known?.Name ?? link.Name ?? fallbackName;
        return actor.Phrases.SignIn.WhoYouAre(name, link.Email, DayOf(link.LinkedAt), DayOf(link.VerifiedAt));
    }

    /// <summary>Removes the link.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Telegram's HTML.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<string> LeaveAsync(Actor actor, CancellationToken cancellationToken)
    {
        await changes.RemoveAsync(actor.TelegramUserId, cancellationToken);
        return actor.Phrases.SignedOut;
    }

    private DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, cards.TimeZone).DateTime);
}

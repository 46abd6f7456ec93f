using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.People;

namespace PaymentBot.Bot.SignIn;

/// <summary>
/// What happens when the owner of a mailbox says "This was not me": the sign-in ends, also one that made its link already, and everybody concerned is
/// told.
/// </summary>
/// <param name="tickets">The sign-ins on their way.</param>
/// <param name="links">The links of people.</param>
/// <param name="changes">Removes links.</param>
/// <param name="alarm">Gives tokens back.</param>
/// <param name="people">Tells who had asked.</param>
/// <param name="operators">Tells the operators.</param>
/// <param name="logger">The log.</param>
public sealed partial class LoginDenial(
    LoginTickets tickets,
    LinkStore links,
    LinkChanges changes,
    LoginAlarm alarm,
    PersonNotices people,
    OperatorNotices operators,
    ILogger<LoginDenial> logger
)
{
    /// <summary>Ends a sign-in. Ending again tells nobody again.</summary>
    /// <param name="stored">The sign-in, as the owner's browser is tied to it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Storage.StorageException">The store failed; the owner has to press again.</exception>
    public async Task DenyAsync(StoredTicket stored, CancellationToken cancellationToken)
    {
        var ticket = stored.Ticket;
        var link = await FindLinkAsync(ticket, cancellationToken);
        if (ticket.Stage == LoginStage.Dead || (ticket.Stage == LoginStage.Used && link is null))
        {
            return;
        }

        Log.Denied(logger, ticket.Account.UserId, link is not null);
        await operators.LoginDeniedAsync(ticket, cancellationToken);
        await people.TellAsync(ticket.Account, phrases => phrases.SignIn.DeniedToAsker, cancellationToken);

        // Last, so that whoever has to press again is heard again. Meanwhile nobody but the owner's browser has the code.
        await tickets.KillAsync(stored, cancellationToken);
        if (link is not null)
        {
            await changes.RemoveAsync(link.TelegramUserId, cancellationToken);
        }
        else
        {
            await alarm.EndAsync(ticket, cancellationToken);
        }
    }

    /// <summary>Only the link that this very sign-in made: whoever was linked before stays so.</summary>
    private async Task<Link?> FindLinkAsync(LoginTicket ticket, CancellationToken cancellationToken)
    {
        var stored = await links.FindAsync(ticket.Account.UserId, cancellationToken);
        return stored?.Link is { } link && link.ErpId == ticket.ErpId && link.LinkedAt >= ticket.IssuedAt ? link : null;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Security: the owner of a mailbox denied the sign-in that Telegram user {UserId} had asked for; linked already: {Linked}."
        )]
        public static partial void Denied(ILogger logger, long userId, bool linked);
    }
}

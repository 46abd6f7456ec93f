using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.People;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.SignIn;

/// <summary>
/// What happens when a code is brought by another Telegram account than the one that asked: somebody sent a sign-in link around. The sign-in ends, and
/// everybody is told.
/// </summary>
/// <param name="tickets">The sign-ins on their way.</param>
/// <param name="tokens">Gives tokens back.</param>
/// <param name="people">Tells people.</param>
/// <param name="operators">Tells those who look after the bot.</param>
/// <param name="logger">The log.</param>
public sealed partial class LoginAlarm(
    LoginTickets tickets,
    GoogleTokens tokens,
    PersonNotices people,
    OperatorNotices operators,
    ILogger<LoginAlarm> logger
)
{
    /// <summary>Ends a stolen sign-in and tells the asker and the operators; the finisher is the caller's to tell.</summary>
    /// <param name="stored">The sign-in, proven.</param>
    /// <param name="finisher">Who brought the code.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task RaiseAsync(StoredTicket stored, User finisher, CancellationToken cancellationToken)
    {
        var ticket = stored.Ticket;
        Log.Stolen(logger, ticket.Account.UserId, finisher.Id, ticket.ErpId?.Value);
        await operators.LoginStolenAsync(ticket, SenderAccount.Of(finisher), cancellationToken);
        await people.TellAsync(ticket.Account, phrases => phrases.SignIn.StolenToAsker, cancellationToken);

        // Last: an update that stopped before comes again and still finds it proven.
        await tickets.KillAsync(stored, cancellationToken);
        await EndAsync(ticket, cancellationToken);
    }

    /// <summary>Gives back the token of a sign-in that ended without a link.</summary>
    /// <param name="ticket">The sign-in as it was while proven.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed.</exception>
    public async Task EndAsync(LoginTicket ticket, CancellationToken cancellationToken)
    {
        if (ticket.ErpId is { } person)
        {
            var email = ticket.Email?.Value;
            await tokens.RevokeAsync(ticket.RefreshToken, ticket.SealedFor, person, email, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Security: a sign-in that Telegram user {AskerId} asked for was brought back by user {FinisherId}, for person {ErpId}. Nothing was linked."
        )]
        public static partial void Stolen(ILogger logger, long askerId, long finisherId, string? erpId);
    }
}

using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.People;
using PaymentBot.Bot.SignIn.Google;
using PaymentBot.Bot.Telegram;
using PaymentBot.Erp.People;

namespace PaymentBot.Bot.SignIn;

/// <summary>Turns Google's code into a proven mailbox, the mailbox into a person, and both into the code that Telegram has to bring back.</summary>
/// <param name="google">Google.</param>
/// <param name="people">The ERP's people.</param>
/// <param name="box">Seals the refresh token.</param>
/// <param name="tickets">The sign-ins on their way.</param>
/// <param name="bot">Makes the address that opens the bot.</param>
/// <param name="logger">The log.</param>
public sealed partial class MailboxProver(
    GoogleSignIn google,
    PersonFinder people,
    SecretBox box,
    LoginTickets tickets,
    BotIdentity bot,
    ILogger<MailboxProver> logger
)
{
    /// <summary>Proves a mailbox. Nobody is linked by it.</summary>
    /// <param name="browser">The browser, tied to a started ticket.</param>
    /// <param name="code">The code that Google gave it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Storage.StorageException">The store failed; the sign-in has to begin again.</exception>
    public async Task<ProofOutcome> ProveAsync(BoundBrowser browser, string code, CancellationToken cancellationToken)
    {
        switch (await google.RedeemAsync(code, browser.Session, cancellationToken))
        {
            case GoogleResult.Proven proven:
                return await FindPersonAsync(browser, proven, cancellationToken);
            case GoogleResult.Refused refused:
                Log.NotProven(logger, browser.Ticket.Ticket.Account.UserId, refused.Reason);
                return Refuse(ReasonOf(refused.Reason), null);
            default:
                return Refuse(Refusal.Unavailable, null);
        }
    }

    private static ProofOutcome.Refused Refuse(Refusal reason, EmailAddress? mailbox) => new(reason, mailbox);

    private static Refusal ReasonOf(GoogleRefusal refusal) =>
        refusal switch
        {
            GoogleRefusal.EmailNotVerified => Refusal.MailboxNotVerified,
            GoogleRefusal.DomainNotAllowed => Refusal.WrongDomain,
            _ => Refusal.NotProven,
        };

    private async Task<ProofOutcome> FindPersonAsync(
        BoundBrowser browser,
        GoogleResult.Proven proven,
        CancellationToken cancellationToken
    )
    {
        var mailbox = proven.Email;
        return await people.FindAsync(mailbox, cancellationToken) switch
        {
            PersonFinding.Found person => await MakeCodeAsync(browser, proven, person, cancellationToken),
            PersonFinding.Inactive => Refuse(Refusal.PersonInactive, mailbox),
            PersonFinding.Several => Refuse(Refusal.SeveralPeople, mailbox),
            PersonFinding.Unreachable => Refuse(Refusal.Unavailable, mailbox),
            _ => Refuse(Refusal.PersonUnknown, mailbox),
        };
    }

    private async Task<ProofOutcome> MakeCodeAsync(
        BoundBrowser browser,
        GoogleResult.Proven proven,
        PersonFinding.Found person,
        CancellationToken cancellationToken
    )
    {
        var ticket = browser.Ticket.Ticket;
        try
        {
            // Before the code is made, which is given out only once.
            await bot.GetUsernameAsync(cancellationToken);
        }
        catch (TelegramApiException exception)
        {
            Log.NoUsername(logger, exception.ErrorClass);
            return Refuse(Refusal.Unavailable, null);
        }

        var token = proven.RefreshToken is { } text ? box.Seal(text, ticket.SealedFor) : null;
        var mailbox = new ProvenMailbox(proven.Email, person.ErpId, person.Name, token);
        if (await tickets.ProveAsync(browser.Ticket, mailbox, cancellationToken) is not { } code)
        {
            return Refuse(Refusal.AlreadyProven, null);
        }

        Log.Proven(logger, ticket.Account.UserId, proven.Email.Domain);
        return new ProofOutcome.Proven(proven.Email, await bot.GetDeepLinkAsync(code, cancellationToken));
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "A mailbox at {Domain} was proven for the sign-in of Telegram user {UserId}."
        )]
        public static partial void Proven(ILogger logger, long userId, string domain);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "Security: Google's answer for the sign-in of Telegram user {UserId} proves nothing: {Reason}."
        )]
        public static partial void NotProven(ILogger logger, long userId, GoogleRefusal reason);

        [LoggerMessage(3, LogLevel.Error, "Telegram did not say who the bot is: {ErrorClass}.")]
        public static partial void NoUsername(ILogger logger, TelegramErrorClass errorClass);
    }
}

using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.People;
using PaymentBot.Cards;
using PaymentBot.Storage;
using Telegram.Bot.Types;
using Link = PaymentBot.Bot.People.Link;

namespace PaymentBot.Bot.SignIn;

/// <summary>The end of a sign-in: a code that came back from the user who asked becomes a link, once.</summary>
/// <param name="tickets">The sign-ins on their way.</param>
/// <param name="codes">Judges codes.</param>
/// <param name="links">The links of people.</param>
/// <param name="changes">Makes links.</param>
/// <param name="tokens">Seals tokens.</param>
/// <param name="alarm">Ends sign-ins.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class LoginFinish(
    LoginTickets tickets,
    CodeCheck codes,
    LinkStore links,
    LinkChanges changes,
    GoogleTokens tokens,
    LoginAlarm alarm,
    TimeProvider timeProvider
)
{
    /// <summary>Takes a code. Where the person is linked to another account already, nothing happens until the user has agreed.</summary>
    /// <param name="sender">Who brought it.</param>
    /// <param name="phrases">The user's language.</param>
    /// <param name="code">The code.</param>
    /// <param name="agreed">Whether the user agreed to replace another account.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<FinishAnswer> FinishAsync(
        User sender,
        IPhrases phrases,
        string code,
        bool agreed,
        CancellationToken cancellationToken
    )
    {
        var verdict = await codes.JudgeAsync(sender, code, cancellationToken);
        if (verdict is not CodeVerdict.Good good)
        {
            return Refuse(verdict, phrases);
        }

        var person = good.Stored.Ticket.ErpId!.Value;
        var former = await links.FindAsync(person, cancellationToken);
        return former is not null && former.Link.TelegramUserId != sender.Id && !agreed
            ? new FinishAnswer(phrases.SignIn.ReplaceQuestion(good.Stored.Ticket.PersonName!), Asks: true)
            : await LinkAsync(good.Stored, sender, phrases, cancellationToken);
    }

    /// <summary>Leaves the other account as it is: the sign-in ends.</summary>
    /// <param name="sender">Who brought the code.</param>
    /// <param name="phrases">The user's language.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<FinishAnswer> KeepAsync(
        User sender,
        IPhrases phrases,
        string code,
        CancellationToken cancellationToken
    )
    {
        var verdict = await codes.JudgeAsync(sender, code, cancellationToken);
        if (verdict is not CodeVerdict.Good good)
        {
            return Refuse(verdict, phrases);
        }

        await tickets.KillAsync(good.Stored, cancellationToken);
        await alarm.EndAsync(good.Stored.Ticket, cancellationToken);
        return new FinishAnswer(phrases.SignIn.Kept);
    }

    private static FinishAnswer Refuse(CodeVerdict verdict, IPhrases phrases) =>
        verdict switch
        {
            CodeVerdict.TooMany tooMany => new FinishAnswer(tooMany.Answered ? null : phrases.SignIn.TooManyTries),
            CodeVerdict.Done done => new FinishAnswer(
                phrases.LinkedNow(done.Link.Name ?? done.Link.ErpId.Value),
                Linked: true
            ),
            CodeVerdict.Stolen stolen => new FinishAnswer(
                phrases.SignIn.StolenToFinisher(AccountName.Of(stolen.Ticket.Account))
            ),
            CodeVerdict.NoAccess => new FinishAnswer(phrases.SignIn.NoAccess),
            _ => new FinishAnswer(phrases.SignIn.CodeUnusable),
        };

    private async Task<FinishAnswer> LinkAsync(
        StoredTicket stored,
        User sender,
        IPhrases phrases,
        CancellationToken cancellationToken
    )
    {
        // Spent first: should the rest fail, the code is lost, which is better than a code that works twice.
        if (!await tickets.SpendAsync(stored, cancellationToken))
        {
            return new FinishAnswer(phrases.SignIn.CodeUnusable);
        }

        var ticket = stored.Ticket;
        var link = LinkOf(ticket, sender);
        var change = await changes.AddAsync(link, SenderAccount.Of(sender), cancellationToken);

        // The ERP may have taken the access away between the look before and the link.
        if (!await codes.HasAccessAsync(ticket, cancellationToken))
        {
            await changes.RemoveAsync(sender.Id, cancellationToken);
            return new FinishAnswer(phrases.SignIn.NoAccess);
        }

        return new FinishAnswer(
            $"{phrases.LinkedNow(ticket.PersonName!)}\n\n{phrases.InboxCount(change.Waiting)}",
            Linked: true,
            Sought: ticket.Sought
        );
    }

    private Link LinkOf(LoginTicket ticket, User sender)
    {
        var now = timeProvider.GetUtcNow();
        var link = new Link
        {
            TelegramUserId = sender.Id,
            ErpId = ticket.ErpId!.Value,
            LinkedAt = now,
            VerifiedAt = now,
            Email = ticket.Email?.Value,
            Name = ticket.PersonName,
            LanguageCode = sender.LanguageCode,
        };
        return link with { RefreshToken = tokens.Move(ticket.RefreshToken, ticket.SealedFor, link.SealedFor) };
    }
}

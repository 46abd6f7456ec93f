using PaymentBot.Bot.People;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.SignIn;

/// <summary>Judges the one-time codes that users bring.</summary>
/// <param name="tickets">The sign-ins on their way.</param>
/// <param name="attempts">Counts attempts.</param>
/// <param name="links">The links of people.</param>
/// <param name="people">The people of the ERP.</param>
/// <param name="alarm">Is raised for a stolen code.</param>
/// <param name="logger">The log.</param>
public sealed partial class CodeCheck(
    LoginTickets tickets,
    AttemptLimit attempts,
    LinkStore links,
    PeopleStore people,
    LoginAlarm alarm,
    ILogger<CodeCheck> logger
)
{
    private const int Burst = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Judges a code. A code in wrong hands ends its sign-in here.</summary>
    /// <param name="sender">Who brought it.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<CodeVerdict> JudgeAsync(User sender, string code, CancellationToken cancellationToken)
    {
        if (!await attempts.TryAsync($"code-{sender.Id}", Burst, Interval, cancellationToken))
        {
            Log.TooMany(logger, sender.Id);
            return new CodeVerdict.TooMany(
                !await attempts.TryAsync($"code-word-{sender.Id}", 1, Interval, cancellationToken)
            );
        }

        if (await tickets.FindByCodeAsync(code, cancellationToken) is not { } stored)
        {
            Log.Unknown(logger, sender.Id);
            return new CodeVerdict.Unusable();
        }

        var ticket = stored.Ticket;
        if (ticket.Account.UserId != sender.Id)
        {
            return await JudgeForeignAsync(stored, sender, cancellationToken);
        }

        return ticket.Stage == LoginStage.Proven
            ? await JudgePersonAsync(stored, cancellationToken)
            : await JudgeSpentAsync(ticket, cancellationToken);
    }

    /// <summary>Whether the ERP lets a proven person in now: between the browser and the code minutes may have passed.</summary>
    /// <param name="ticket">The sign-in, proven.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<bool> HasAccessAsync(LoginTicket ticket, CancellationToken cancellationToken) =>
        await people.FindAsync(ticket.ErpId!.Value, cancellationToken) is not { } person
        || (person.Active && person.Email == ticket.Email);

    private async Task<CodeVerdict> JudgeForeignAsync(
        StoredTicket stored,
        User sender,
        CancellationToken cancellationToken
    )
    {
        if (stored.Ticket.Stage != LoginStage.Proven)
        {
            Log.Foreign(logger, stored.Ticket.Account.UserId, sender.Id, stored.Ticket.Stage);
            return new CodeVerdict.Unusable();
        }

        await alarm.RaiseAsync(stored, sender, cancellationToken);
        return new CodeVerdict.Stolen(stored.Ticket);
    }

    private async Task<CodeVerdict> JudgePersonAsync(StoredTicket stored, CancellationToken cancellationToken)
    {
        if (await HasAccessAsync(stored.Ticket, cancellationToken))
        {
            return new CodeVerdict.Good(stored);
        }

        await tickets.KillAsync(stored, cancellationToken);
        await alarm.EndAsync(stored.Ticket, cancellationToken);
        return new CodeVerdict.NoAccess();
    }

    /// <summary>The answer to a code that did its work may have been lost: an update comes again then.</summary>
    private async Task<CodeVerdict> JudgeSpentAsync(LoginTicket ticket, CancellationToken cancellationToken)
    {
        var current = await links.FindAsync(ticket.Account.UserId, cancellationToken);
        return ticket.Stage == LoginStage.Used && current is not null && current.Link.ErpId == ticket.ErpId
            ? new CodeVerdict.Done(current.Link)
            : new CodeVerdict.Unusable();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Security: Telegram user {TelegramUserId} brings too many codes.")]
        public static partial void TooMany(ILogger logger, long telegramUserId);

        [LoggerMessage(2, LogLevel.Information, "Telegram user {TelegramUserId} brought a code nobody waits for.")]
        public static partial void Unknown(ILogger logger, long telegramUserId);

        [LoggerMessage(
            3,
            LogLevel.Warning,
            "Security: the code of a sign-in of Telegram user {AskerId} was brought by user {FinisherId} when it was {Stage} already."
        )]
        public static partial void Foreign(ILogger logger, long askerId, long finisherId, LoginStage stage);
    }
}

using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>
/// The sign-ins on their way. A ticket's row is a small state machine that every step moves by one conditional write, so that of two who do the same
/// at once one loses. Tickets, browser secrets and codes lie there as SHA-256 only. Each user has one live ticket, the one their own row
/// names; an older one counts as dead.
/// </summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="clock">The clock.</param>
public sealed class LoginTickets(ITableStore tables, TimeProvider clock)
{
    /// <summary>How long a ticket is good: 10 minutes.</summary>
    public static readonly TimeSpan TicketLifetime = TimeSpan.FromMinutes(10);

    /// <summary>How long a one-time code is good: 5 minutes.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private const int TicketLength = 32;
    private const int CodeLength = 16;

    private readonly LoginTable _table = new(tables);

    /// <summary>Whether a text could be a one-time code: 22 characters of base64url. Nothing is looked up.</summary>
    /// <param name="text">Whatever somebody sent.</param>
    public static bool IsCode(string? text) => SecretText.IsShaped(text, CodeLength);

    /// <summary>Makes a ticket for a Telegram user; an earlier one of theirs is dead from now on.</summary>
    /// <param name="account">Who asks to sign in.</param>
    /// <param name="sought">The payload of the link they came by, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ticket, 256 random bits, 43 characters of base64url. A secret that is kept nowhere.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<string> IssueAsync(
        TelegramAccount account,
        string? sought,
        CancellationToken cancellationToken
    )
    {
        var text = SecretText.Create(TicketLength);
        var now = clock.GetUtcNow();
        var ticket = new LoginTicket
        {
            Key = SecretText.HashOf(text),
            Account = account,
            IssuedAt = now,
            ExpiresAt = now + TicketLifetime,
            Stage = LoginStage.Issued,
            Sought = sought,
        };
        await _table.AddAsync(ticket, cancellationToken);
        return text;
    }

    /// <summary>Finds the ticket a browser brought.</summary>
    /// <param name="ticket">The ticket's text, whatever a client sent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ticket, issued or started, or null when it is unknown, expired, replaced, or past that.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<StoredTicket?> FindAsync(string ticket, CancellationToken cancellationToken)
    {
        if (!SecretText.IsShaped(ticket, TicketLength))
        {
            return null;
        }

        var stored = await _table.FindAsync(SecretText.HashOf(ticket), cancellationToken);
        return stored?.Ticket.Stage is LoginStage.Issued or LoginStage.Started && IsBefore(stored.Ticket.ExpiresAt)
            ? stored
            : null;
    }

    /// <summary>Binds a browser to a ticket. A browser bound before is no longer believed.</summary>
    /// <param name="stored">As it was found.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the browser has to keep, or null when the ticket changed since.</returns>
    /// <exception cref="StorageException">The store failed; starting again from the ticket's text is safe.</exception>
    public async ValueTask<BrowserSession?> StartAsync(StoredTicket stored, CancellationToken cancellationToken)
    {
        if (stored.Ticket.Stage is not (LoginStage.Issued or LoginStage.Started))
        {
            return null;
        }

        var session = BrowserSession.Create(stored.Ticket.Key);
        var next = stored.Ticket with { Stage = LoginStage.Started, BrowserHash = session.SecretHash };
        return await _table.ReplaceAsync(stored, next, cancellationToken) ? session : null;
    }

    /// <summary>Finds the ticket a browser is bound to.</summary>
    /// <param name="cookie">The cookie's value, whatever a client sent; its secret is compared in constant time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ticket, at whatever stage, and the session; null when the browser is not bound, or ticket or code has expired.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<(StoredTicket Ticket, BrowserSession Session)?> FindByBrowserAsync(
        string cookie,
        CancellationToken cancellationToken
    )
    {
        if (
            BrowserSession.Parse(cookie) is not { } session
            || await _table.FindAsync(session.TicketKey, cancellationToken) is not { } stored
            || !SecretText.AreEqual(session.SecretHash, stored.Ticket.BrowserHash)
        )
        {
            return null;
        }

        return IsBefore(stored.Ticket.CodeExpiresAt ?? stored.Ticket.ExpiresAt) ? (stored, session) : null;
    }

    /// <summary>Notes that a bound browser proved to own a mailbox, and makes the code that has to come back from Telegram.</summary>
    /// <param name="stored">As it was found, started.</param>
    /// <param name="mailbox">What was proven.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The code, a secret of 22 characters of base64url (128 bits), or null when the ticket is not started any more or has expired.</returns>
    /// <exception cref="StorageException">The store failed; the sign-in has to begin again.</exception>
    public async ValueTask<string?> ProveAsync(
        StoredTicket stored,
        ProvenMailbox mailbox,
        CancellationToken cancellationToken
    )
    {
        if (stored.Ticket.Stage != LoginStage.Started || !IsBefore(stored.Ticket.ExpiresAt))
        {
            return null;
        }

        var code = SecretText.Create(CodeLength);
        var next = stored.Ticket with
        {
            Stage = LoginStage.Proven,
            Email = mailbox.Email,
            ErpId = mailbox.ErpId,
            PersonName = mailbox.PersonName,
            RefreshToken = mailbox.RefreshToken,
            CodeExpiresAt = clock.GetUtcNow() + CodeLifetime,
            CodeHash = SecretText.HashOf(code),
        };
        // First the way to the ticket, which nobody believes before the ticket agrees.
        await _table.AddCodeAsync(next, cancellationToken);
        return await _table.ReplaceAsync(stored, next, cancellationToken) ? code : null;
    }

    /// <summary>Finds the ticket a one-time code belongs to.</summary>
    /// <param name="code">The code, whatever a client sent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ticket: proven, used, or dead (a replaced one too); null when the code is unknown or expired.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<StoredTicket?> FindByCodeAsync(string code, CancellationToken cancellationToken)
    {
        if (!IsCode(code))
        {
            return null;
        }

        var stored = await _table.FindByCodeAsync(SecretText.HashOf(code), cancellationToken);
        return IsBefore(stored?.Ticket.CodeExpiresAt ?? default) ? stored : null;
    }

    /// <summary>Spends a proven ticket. Its refresh token leaves the store; the one in <paramref name="stored"/> is the last copy.</summary>
    /// <param name="stored">As it was found, proven.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True exactly once for a ticket; false when it was not proven, expired, or changed since.</returns>
    /// <exception cref="StorageException">The store failed; whether the ticket is spent is unknown, and it must not be used.</exception>
    public async ValueTask<bool> SpendAsync(StoredTicket stored, CancellationToken cancellationToken) =>
        stored.Ticket.Stage == LoginStage.Proven
        && IsBefore(stored.Ticket.CodeExpiresAt ?? default)
        && await _table.ReplaceAsync(stored, EndedAs(stored.Ticket, LoginStage.Used), cancellationToken);

    /// <summary>Ends a sign-in without a link, whatever happened to its row since it was found. A used ticket stays used.</summary>
    /// <param name="stored">As it was found; its refresh token leaves the store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; killing again is safe.</exception>
    public async ValueTask KillAsync(StoredTicket stored, CancellationToken cancellationToken)
    {
        while (
            await _table.GetAsync(stored.Ticket.Key, cancellationToken) is { } current
            && current.Ticket.Stage is not (LoginStage.Used or LoginStage.Dead)
        )
        {
            if (await _table.ReplaceAsync(current, EndedAs(current.Ticket, LoginStage.Dead), cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>Removes what ended more than a day ago: tickets, codes and attempt limits. At most 1000 rows at a time.</summary>
    /// <param name="cancellationToken">Ends the cleaning; what is left goes next time.</param>
    /// <returns>How many rows were removed.</returns>
    /// <exception cref="StorageException">The store failed; cleaning again is safe.</exception>
    public ValueTask<int> ForgetAsync(CancellationToken cancellationToken) =>
        _table.ForgetAsync(clock.GetUtcNow() - KeptFor, cancellationToken);

    private static LoginTicket EndedAs(LoginTicket ticket, LoginStage stage) =>
        ticket with
        {
            Stage = stage,
            RefreshToken = null,
        };

    private bool IsBefore(DateTimeOffset end) => clock.GetUtcNow() < end;
}

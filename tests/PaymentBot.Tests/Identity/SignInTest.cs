using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Erp.People;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.Identity;

/// <summary>A test of sign-ins: Anna is an honest approver, Mallory is not.</summary>
public abstract class SignInTest : StoreTest
{
    internal static readonly TelegramAccount Anna = new(1, "Анна", "Петрова", "anna_p", "ru");
    internal static readonly TelegramAccount Mallory = new(666, "Mallory", null, null, null);

    private protected static readonly CancellationToken None = CancellationToken.None;

    private protected static SealedSecret Token { get; } = new("0123abcd", "sealed-token");

    private protected LoginTickets Tickets => new(Database.Tables, Clock);

    private protected static ProvenMailbox MailboxOf(string name) =>
        new(EmailAddress.Parse($"{name}@example.ru")!, new ErpId(name), $"Name of {name}", Token);

    private protected async Task<StoredTicket> IssuedAsync(TelegramAccount account) =>
        (await Tickets.FindAsync(await Tickets.IssueAsync(account, null, None), None))!;

    /// <summary>A sign-in up to the moment at which Google sends the browser back.</summary>
    private protected async Task<(StoredTicket Ticket, BrowserSession Session)> StartedAsync(TelegramAccount account)
    {
        var session = await Tickets.StartAsync(await IssuedAsync(account), None);
        return (await Tickets.FindByBrowserAsync(session!.Cookie, None))!.Value;
    }

    /// <summary>A sign-in up to the moment at which the page shows the code.</summary>
    private protected async Task<string> ProvenAsync(TelegramAccount account) =>
        (await Tickets.ProveAsync((await StartedAsync(account)).Ticket, MailboxOf("anna"), None))!;
}

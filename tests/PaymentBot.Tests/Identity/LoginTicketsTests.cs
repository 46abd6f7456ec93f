using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Storage;

namespace PaymentBot.Tests.Identity;

public sealed class LoginTicketsTests : SignInTest
{
    [Fact]
    public async Task Sign_in_goes_from_ticket_to_code_to_its_end()
    {
        var text = await Tickets.IssueAsync(Anna, null, None);
        var found = (await Tickets.FindAsync(text, None))!;
        Assert.Equal(LoginStage.Issued, found.Ticket.Stage);
        Assert.Equal(Anna, found.Ticket.Account);

        var session = (await Tickets.StartAsync(found, None))!;
        var bound = (await Tickets.FindByBrowserAsync(session.Cookie, None))!.Value;
        Assert.Equal(LoginStage.Started, bound.Ticket.Ticket.Stage);
        Assert.Equal(session.State, bound.Session.State);

        var code = (await Tickets.ProveAsync(bound.Ticket, MailboxOf("anna"), None))!;
        var proven = (await Tickets.FindByCodeAsync(code, None))!;
        Assert.Equal(LoginStage.Proven, proven.Ticket.Stage);
        Assert.Equal("anna@example.ru", proven.Ticket.Email?.Value);
        Assert.Equal(new ErpId("anna"), proven.Ticket.ErpId);
        Assert.Equal("Name of anna", proven.Ticket.PersonName);
        Assert.Equal(Token, proven.Ticket.RefreshToken);
        Assert.Equal(Anna, proven.Ticket.Account);

        Assert.True(await Tickets.SpendAsync(proven, None));
        Assert.Equal(LoginStage.Used, (await Tickets.FindByCodeAsync(code, None))?.Ticket.Stage);
    }

    [Fact]
    public async Task Ticket_and_code_are_long_and_never_the_same()
    {
        var texts = new HashSet<string>();
        for (var count = 0; count < 5; count++)
        {
            Assert.True(texts.Add(await Tickets.IssueAsync(Anna, null, None)));
        }

        Assert.All(texts, text => Assert.Matches("^[A-Za-z0-9_-]{43}$", text));
        var code = await ProvenAsync(Anna);
        Assert.Matches("^[A-Za-z0-9_-]{22}$", code);
        Assert.True(LoginTickets.IsCode(code));
    }

    [Fact]
    public async Task Table_holds_no_secret()
    {
        var text = await Tickets.IssueAsync(Anna, null, None);
        var session = (await Tickets.StartAsync((await Tickets.FindAsync(text, None))!, None))!;
        var bound = (await Tickets.FindByBrowserAsync(session.Cookie, None))!.Value;
        var code = (await Tickets.ProveAsync(bound.Ticket, MailboxOf("anna"), None))!;

        var table = await DumpAsync();

        var secret = session.Cookie.Split('.')[1];
        Assert.All(
            [text, secret, code, session.State, session.Nonce, session.CodeVerifier],
            word => Assert.DoesNotContain(word, table, StringComparison.Ordinal)
        );
        Assert.Contains(bound.Ticket.Ticket.Key, table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_ticket_keeps_no_refresh_token()
    {
        var used = (await Tickets.FindByCodeAsync(await ProvenAsync(Anna), None))!;
        await Tickets.SpendAsync(used, None);
        var killed = (await Tickets.FindByCodeAsync(await ProvenAsync(Mallory), None))!;
        await Tickets.KillAsync(killed, None);

        Assert.DoesNotContain(Token.Text, await DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Denied_sign_in_is_dead_even_when_its_row_moved_on()
    {
        var (ticket, session) = await StartedAsync(Anna);
        var code = (await Tickets.ProveAsync(ticket, MailboxOf("anna"), None))!;

        await Tickets.KillAsync(ticket, None);

        Assert.Equal(LoginStage.Dead, (await Tickets.FindByBrowserAsync(session.Cookie, None))?.Ticket.Ticket.Stage);
        var found = (await Tickets.FindByCodeAsync(code, None))!;
        Assert.Equal(LoginStage.Dead, found.Ticket.Stage);
        Assert.False(await Tickets.SpendAsync(found, None));
    }

    [Fact]
    public async Task Used_ticket_stays_used()
    {
        var code = await ProvenAsync(Anna);
        var found = (await Tickets.FindByCodeAsync(code, None))!;
        await Tickets.SpendAsync(found, None);

        await Tickets.KillAsync(found, None);

        Assert.Equal(LoginStage.Used, (await Tickets.FindByCodeAsync(code, None))?.Ticket.Stage);
    }

    [Fact]
    public async Task What_ended_more_than_a_day_ago_is_forgotten()
    {
        await ProvenAsync(Anna);
        await new AttemptLimit(Database.Tables, Clock).TryAsync("user:1", 5, TimeSpan.FromMinutes(1), None);
        Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(2));
        Assert.Equal(1, await Tickets.ForgetAsync(None));
        var later = await ProvenAsync(Mallory);
        Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(3, await Tickets.ForgetAsync(None));
        Assert.Equal(0, await Tickets.ForgetAsync(None));
        Assert.DoesNotContain("Петрова", await DumpAsync(), StringComparison.Ordinal);
        Assert.Contains("Mallory", await DumpAsync(), StringComparison.Ordinal);
        Assert.Null(await Tickets.FindByCodeAsync(later, None));
    }

    private async Task<string> DumpAsync()
    {
        var query = new TableQuery();
        List<string> rows = [];
        await foreach (var row in Database.Tables.ReadAllAsync(TableName.LoginTickets, query, None))
        {
            rows.Add($"{row.PartitionKey}/{row.RowKey}: {string.Join(';', row.Properties)}");
        }

        return string.Join('\n', rows);
    }
}

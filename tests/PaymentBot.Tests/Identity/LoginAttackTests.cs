using PaymentBot.Bot.People;

namespace PaymentBot.Tests.Identity;

public sealed class LoginAttackTests : SignInTest
{
    [Theory]
    [InlineData("")]
    [InlineData("ticket")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("../../etc/passwd\r\nSet-Cookie: a=b0000000000")]
    public async Task Made_up_ticket_finds_nothing(string text)
    {
        await Tickets.IssueAsync(Anna, null, None);

        Assert.Null(await Tickets.FindAsync(text, None));
    }

    [Fact]
    public async Task Key_from_a_stolen_table_is_no_ticket_and_no_code()
    {
        var ticket = await IssuedAsync(Anna);

        Assert.Null(await Tickets.FindAsync(ticket.Ticket.Key, None));
        Assert.Null(await Tickets.FindByCodeAsync(ticket.Ticket.Key, None));
        Assert.Null(await Tickets.FindByBrowserAsync($"{ticket.Ticket.Key}.{ticket.Ticket.Key}", None));
    }

    [Fact]
    public async Task Ticket_expires_after_ten_minutes()
    {
        var text = await Tickets.IssueAsync(Anna, null, None);
        var (_, session) = await StartedAsync(Mallory);

        Clock.Advance(LoginTickets.TicketLifetime - TimeSpan.FromSeconds(1));
        Assert.NotNull(await Tickets.FindAsync(text, None));
        var bound = await Tickets.FindByBrowserAsync(session.Cookie, None);
        Assert.NotNull(bound);

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Tickets.FindAsync(text, None));
        Assert.Null(await Tickets.FindByBrowserAsync(session.Cookie, None));
        Assert.Null(await Tickets.ProveAsync(bound.Value.Ticket, MailboxOf("anna"), None));
    }

    [Fact]
    public async Task Newer_ticket_of_a_user_kills_the_older_one_at_every_stage()
    {
        var text = await Tickets.IssueAsync(Anna, null, None);
        var issued = (await Tickets.FindAsync(text, None))!;
        var (started, session) = await StartedAsync(Anna);
        Assert.Null(await Tickets.FindAsync(text, None));
        var late = (await Tickets.StartAsync(issued, None))!;
        Assert.Equal(LoginStage.Dead, (await Tickets.FindByBrowserAsync(late.Cookie, None))?.Ticket.Ticket.Stage);

        var code = await ProvenAsync(Anna);
        Assert.Equal(LoginStage.Dead, (await Tickets.FindByBrowserAsync(session.Cookie, None))?.Ticket.Ticket.Stage);
        var lateCode = (await Tickets.ProveAsync(started, MailboxOf("anna"), None))!;
        Assert.Equal(LoginStage.Dead, (await Tickets.FindByCodeAsync(lateCode, None))?.Ticket.Stage);

        await Tickets.IssueAsync(Anna, null, None);
        var dead = (await Tickets.FindByCodeAsync(code, None))!;
        Assert.Equal(LoginStage.Dead, dead.Ticket.Stage);
        Assert.False(await Tickets.SpendAsync(dead, None));
    }

    [Fact]
    public async Task Ticket_of_another_user_does_not_touch_mine()
    {
        var mine = await Tickets.IssueAsync(Anna, null, None);

        await Tickets.IssueAsync(Mallory, null, None);

        Assert.NotNull(await Tickets.FindAsync(mine, None));
    }

    [Fact]
    public async Task Of_two_browsers_that_start_at_once_one_gets_the_ticket()
    {
        var ticket = await IssuedAsync(Anna);

        var first = await Tickets.StartAsync(ticket, None);
        var second = await Tickets.StartAsync(ticket, None);

        Assert.NotNull(first);
        Assert.Null(second);
    }

    [Fact]
    public async Task Starting_again_turns_the_former_browser_out()
    {
        var text = await Tickets.IssueAsync(Anna, null, None);
        var former = (await Tickets.StartAsync((await Tickets.FindAsync(text, None))!, None))!;

        var next = (await Tickets.StartAsync((await Tickets.FindAsync(text, None))!, None))!;

        Assert.Null(await Tickets.FindByBrowserAsync(former.Cookie, None));
        Assert.NotNull(await Tickets.FindByBrowserAsync(next.Cookie, None));
        Assert.False(next.IsState(former.State));
    }

    [Fact]
    public async Task Cookie_of_another_ticket_opens_nothing()
    {
        var (_, mine) = await StartedAsync(Anna);
        var (_, thiefs) = await StartedAsync(Mallory);
        var (myKey, mySecret) = (mine.Cookie.Split('.')[0], mine.Cookie.Split('.')[1]);
        var (theirKey, theirSecret) = (thiefs.Cookie.Split('.')[0], thiefs.Cookie.Split('.')[1]);

        Assert.Null(await Tickets.FindByBrowserAsync($"{theirKey}.{mySecret}", None));
        Assert.Null(await Tickets.FindByBrowserAsync($"{myKey}.{theirSecret}", None));
        Assert.False(mine.IsState(thiefs.State));
        Assert.False(thiefs.IsState(mine.State));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Made_up_cookie_opens_nothing(string cookie)
    {
        await StartedAsync(Anna);

        Assert.Null(await Tickets.FindByBrowserAsync(cookie, None));
    }

    [Fact]
    public async Task Callback_that_comes_twice_proves_once()
    {
        var (ticket, session) = await StartedAsync(Anna);

        Assert.NotNull(await Tickets.ProveAsync(ticket, MailboxOf("anna"), None));

        Assert.Null(await Tickets.ProveAsync(ticket, MailboxOf("james"), None));
        var again = (await Tickets.FindByBrowserAsync(session.Cookie, None))!.Value;
        Assert.Equal(LoginStage.Proven, again.Ticket.Ticket.Stage);
        Assert.Null(await Tickets.ProveAsync(again.Ticket, MailboxOf("james"), None));
        Assert.Equal("anna@example.ru", again.Ticket.Ticket.Email?.Value);
    }

    [Fact]
    public async Task Proof_for_a_browser_that_was_turned_out_counts_nothing()
    {
        var text = await Tickets.IssueAsync(Anna, null, None);
        var session = (await Tickets.StartAsync((await Tickets.FindAsync(text, None))!, None))!;
        var bound = (await Tickets.FindByBrowserAsync(session.Cookie, None))!.Value;
        await Tickets.StartAsync((await Tickets.FindAsync(text, None))!, None);

        Assert.Null(await Tickets.ProveAsync(bound.Ticket, MailboxOf("anna"), None));
    }

    [Fact]
    public async Task Ticket_is_not_proven_before_a_browser_started_it()
    {
        var ticket = await IssuedAsync(Anna);

        Assert.Null(await Tickets.ProveAsync(ticket, MailboxOf("anna"), None));
    }

    [Fact]
    public async Task Proven_ticket_does_not_start_again()
    {
        var text = await Tickets.IssueAsync(Anna, null, None);
        var issued = (await Tickets.FindAsync(text, None))!;
        var session = (await Tickets.StartAsync(issued, None))!;
        var bound = (await Tickets.FindByBrowserAsync(session.Cookie, None))!.Value;
        await Tickets.ProveAsync(bound.Ticket, MailboxOf("anna"), None);

        Assert.Null(await Tickets.FindAsync(text, None));
        Assert.Null(await Tickets.StartAsync(issued, None));
        var proven = (await Tickets.FindByBrowserAsync(session.Cookie, None))!.Value;
        Assert.Null(await Tickets.StartAsync(proven.Ticket, None));
    }

    [Fact]
    public async Task Code_used_twice_at_once_is_spent_once()
    {
        var code = await ProvenAsync(Anna);
        var first = (await Tickets.FindByCodeAsync(code, None))!;
        var second = (await Tickets.FindByCodeAsync(code, None))!;

        StoredTicket[] both = [first, second];
        var spent = await Task.WhenAll(both.Select(async found => await Tickets.SpendAsync(found, None)));

        Assert.Single(spent, won => won);
    }

    [Fact]
    public async Task Replayed_code_shows_that_it_was_used()
    {
        var code = await ProvenAsync(Anna);
        await Tickets.SpendAsync((await Tickets.FindByCodeAsync(code, None))!, None);

        var replay = (await Tickets.FindByCodeAsync(code, None))!;

        Assert.Equal(LoginStage.Used, replay.Ticket.Stage);
        Assert.False(await Tickets.SpendAsync(replay, None));
    }

    [Fact]
    public async Task Code_expires_after_five_minutes()
    {
        var code = await ProvenAsync(Anna);
        Clock.Advance(LoginTickets.CodeLifetime - TimeSpan.FromSeconds(1));
        var found = await Tickets.FindByCodeAsync(code, None);
        Assert.NotNull(found);

        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await Tickets.FindByCodeAsync(code, None));
        Assert.False(await Tickets.SpendAsync(found, None));
    }

    [Fact]
    public async Task Code_of_another_user_shows_whose_it_is_and_dies()
    {
        var code = await ProvenAsync(Mallory);
        var found = (await Tickets.FindByCodeAsync(code, None))!;
        Assert.NotEqual(Anna.UserId, found.Ticket.Account.UserId);

        await Tickets.KillAsync(found, None);

        Assert.False(await Tickets.SpendAsync(found, None));
        Assert.Equal(LoginStage.Dead, (await Tickets.FindByCodeAsync(code, None))?.Ticket.Stage);
    }

    [Fact]
    public async Task Guessed_codes_find_nothing()
    {
        var code = await ProvenAsync(Anna);
        var last = code[..^1] + (code[^1] == 'A' ? 'Q' : 'A');

        Assert.Null(await Tickets.FindByCodeAsync(last, None));
        Assert.Null(await Tickets.FindByCodeAsync(code.ToUpperInvariant() + "x", None));
        Assert.Null(await Tickets.FindByCodeAsync("", None));
        Assert.Null(await Tickets.FindByCodeAsync(new string('A', 22), None));
        Assert.Null(await Tickets.FindByCodeAsync($" {code}", None));
        Assert.NotNull(await Tickets.FindByCodeAsync(code, None));
    }
}

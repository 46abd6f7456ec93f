using System.Text;
using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Web;

/// <summary>The thief is the budget holder, who sent the link; the victim is the treasurer, who signed in.</summary>
public sealed class OAuthDenialTests : WebTest
{
    private static string Email => Treasurer.Erp.Email;

    [Fact]
    public async Task This_was_not_me_kills_the_code_and_tells_everybody()
    {
        await AnnounceAsync(Treasurer);
        using var victim = NewBrowser();
        var page = await SignInAsync(victim, BudgetHolder, Email);

        var done = await DenyAsync(victim, page.State);

        Assert.Equal((200, "Вход остановлен"), (done.Status, done.Heading));
        Assert.Contains("Мария Соколова", done.Text, StringComparison.Ordinal);
        Assert.Empty(victim.Cookies);
        Assert.Equal(LoginStage.Dead, (await Tickets.FindByCodeAsync(page.Code, CancellationToken.None))?.Ticket.Stage);
        Assert.Contains("Это не я", await ToldAsync(BudgetHolder.Telegram.Id), StringComparison.Ordinal);
        var operators = await ToldAsync(Company.OperatorId);
        Assert.Contains("sokolova", operators, StringComparison.Ordinal);
        Assert.Contains(Email, operators, StringComparison.Ordinal);
        Assert.True(
            Logged($"Security: the owner of a mailbox denied the sign-in that Telegram user {BudgetHolder.Telegram.Id}")
        );
        Assert.Equal(0, await CountLinksAsync());
    }

    [Fact]
    public async Task Denying_again_tells_nobody_again()
    {
        await AnnounceAsync(Treasurer);
        using var victim = NewBrowser();
        var page = await SignInAsync(victim, BudgetHolder, Email);
        var cookies = victim.Cookies.ToArray();
        await DenyAsync(victim, page.State);
        await ToldAsync(Company.OperatorId);
        var told = Bot.Telegram.Tape.Of("sendMessage").Count;

        victim.Cookies.Add(cookies[0].Key, cookies[0].Value);
        Assert.Equal(200, (await DenyAsync(victim, page.State)).Status);

        await ToldAsync(Company.OperatorId);
        Assert.Equal(told, Bot.Telegram.Tape.Of("sendMessage").Count);
    }

    [Fact]
    public async Task Storage_that_fails_on_the_way_makes_the_owner_press_again_and_everybody_is_told()
    {
        await AnnounceAsync(Treasurer);
        using var victim = NewBrowser();
        var page = await SignInAsync(victim, BudgetHolder, Email);

        Bot.Storage.FailAfterWrites(2);
        Assert.Equal(503, (await DenyAsync(victim, page.State)).Status);
        Bot.Storage.Heal();
        Assert.Equal(200, (await DenyAsync(victim, page.State)).Status);

        Assert.Contains(Email, await ToldAsync(Company.OperatorId), StringComparison.Ordinal);
        Assert.Equal(LoginStage.Dead, (await Tickets.FindByCodeAsync(page.Code, CancellationToken.None))?.Ticket.Stage);
    }

    [Fact]
    public async Task Link_that_was_made_meanwhile_is_removed()
    {
        await AnnounceAsync(Treasurer);
        using var victim = NewBrowser();
        var page = await SignInAsync(victim, BudgetHolder, Email);
        var stored = (await Tickets.FindByCodeAsync(page.Code, CancellationToken.None))!;
        Assert.True(await Tickets.SpendAsync(stored, CancellationToken.None));
        await LinkAsync(Treasurer.Erp.ErpId);

        Assert.Equal("Вход остановлен", (await DenyAsync(victim, page.State)).Heading);

        Assert.Equal(0, await CountLinksAsync());
        Assert.Contains(Email, await ToldAsync(Company.OperatorId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_that_stood_before_stays()
    {
        await AnnounceAsync(Treasurer);
        await LinkAsync(BudgetHolder.Erp.ErpId);
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        using var victim = NewBrowser();
        var page = await SignInAsync(victim, BudgetHolder, Email);

        await DenyAsync(victim, page.State);

        Assert.Equal(1, await CountLinksAsync());
    }

    [Fact]
    public async Task Before_google_it_works_too()
    {
        using var victim = NewBrowser();
        var ticket = await IssueAsync(BudgetHolder);
        var google = await StartAsync(victim, ticket);

        await DenyAsync(victim, StateOf(google));

        Assert.Equal(404, (await victim.GetAsync($"/api/oauth/start?ticket={ticket}")).Status);
    }

    [Fact]
    public async Task Without_the_cookie_nobody_denies()
    {
        await AnnounceAsync(Treasurer);
        using var owner = NewBrowser();
        using var other = NewBrowser();
        var page = await SignInAsync(owner, Treasurer, Email);

        Assert.Equal(400, (await DenyAsync(other, page.State)).Status);

        await AssertAliveAsync(page);
    }

    [Fact]
    public async Task Form_of_another_site_or_of_another_sign_in_denies_nothing()
    {
        await AnnounceAsync(Treasurer);
        using var owner = NewBrowser();
        using var other = NewBrowser();
        var page = await SignInAsync(owner, Treasurer, Email);
        var otherPage = await SignInAsync(other, BudgetHolder, Email);

        Assert.Equal(403, (await owner.PostAsync("/api/oauth/callback", "")).Status);
        Assert.Equal(403, (await owner.PostAsync("/api/oauth/callback", "state=")).Status);
        Assert.Equal(403, (await DenyAsync(owner, otherPage.State)).Status);
        Assert.Equal(
            403,
            (await owner.PostAsync("/api/oauth/callback", $"state={page.State}&state={page.State}")).Status
        );
        Assert.Equal(405, (await owner.SendAsync(HttpMethod.Put, "/api/oauth/callback", null)).Status);

        await AssertAliveAsync(page);
    }

    [Fact]
    public async Task Body_that_is_no_small_form_is_refused()
    {
        await AnnounceAsync(Treasurer);
        using var owner = NewBrowser();
        var page = await SignInAsync(owner, Treasurer, Email);
        using var json = new StringContent($"{{\"state\":\"{page.State}\"}}", Encoding.UTF8, "application/json");

        Assert.Equal(400, (await owner.SendAsync(HttpMethod.Post, "/api/oauth/callback", json)).Status);
        Assert.Equal(400, (await DenyAsync(owner, $"{page.State}&more={new string('a', 2000)}")).Status);

        await AssertAliveAsync(page);
    }

    private static Task<WebPage> DenyAsync(WebBrowser browser, string state) =>
        browser.PostAsync("/api/oauth/callback", $"state={state}");

    private async Task LinkAsync(string erpId)
    {
        var link = new Link
        {
            TelegramUserId = BudgetHolder.Telegram.Id,
            ErpId = new ErpId(erpId),
            LinkedAt = Bot.Now,
            VerifiedAt = Bot.Now,
        };
        await Links.LinkAsync(link, CancellationToken.None);
    }

    private async Task AssertAliveAsync(WebPage page) =>
        Assert.Equal(
            LoginStage.Proven,
            (await Tickets.FindByCodeAsync(page.Code, CancellationToken.None))?.Ticket.Stage
        );
}

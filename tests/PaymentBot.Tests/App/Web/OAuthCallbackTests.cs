using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Bot.People;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Web;

public sealed class OAuthCallbackTests : WebTest
{
    private static string Email => Treasurer.Erp.Email;

    [Fact]
    public async Task Page_names_both_sides_and_leads_back_to_telegram_and_nobody_is_linked_yet()
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();

        var page = await SignInAsync(browser, Treasurer, Email);

        Assert.Equal((200, "Остался один шаг"), (page.Status, page.Heading));
        Assert.Contains("Ольга Морозова", page.Text, StringComparison.Ordinal);
        Assert.Contains("@morozova", page.Text, StringComparison.Ordinal);
        Assert.Contains(Email, page.Text, StringComparison.Ordinal);
        Assert.Equal("https://t.me/payment_sandbox_bot", page.FinishAddress.GetLeftPart(UriPartial.Path));
        Assert.Matches("^[A-Za-z0-9_-]{22}$", page.Code);
        Assert.Contains("<svg ", page.Html, StringComparison.Ordinal);
        Assert.Contains("max-age=600", Assert.Single(page.SetCookies), StringComparison.Ordinal);
        Assert.Equal(0, await CountLinksAsync());
    }

    [Fact]
    public async Task Code_belongs_to_the_person_and_the_refresh_token_lies_sealed()
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();

        var page = await SignInAsync(browser, Treasurer, "Morozova@EXAMPLE.ru");

        var ticket = (await Tickets.FindByCodeAsync(page.Code, CancellationToken.None))!.Ticket;
        Assert.Equal(LoginStage.Proven, ticket.Stage);
        Assert.Equal(Treasurer.Telegram.Id, ticket.Account.UserId);
        Assert.Equal(Treasurer.Erp.ErpId, ticket.ErpId!.Value.Value);
        Assert.Equal(Email, ticket.Email!.Value);
        Assert.DoesNotContain(RecordedGoogle.RefreshToken, ticket.RefreshToken!.Text, StringComparison.Ordinal);
        var box = Bot.Services.GetRequiredService<SecretBox>();
        Assert.Equal(RecordedGoogle.RefreshToken, box.Open(ticket.RefreshToken, ticket.SealedFor));
    }

    [Fact]
    public async Task Second_time_hands_out_no_second_code_and_leaves_the_first_alone()
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();
        var google = await StartAsync(browser, await IssueAsync(Treasurer));
        var back = $"/api/oauth/callback{Google.Consent(google, Email)}";
        var first = await browser.GetAsync(back);

        var again = await browser.GetAsync(back);
        var anew = await ComeBackAsync(browser, google, Email);

        Assert.Equal((409, "Уже подтверждено"), (again.Status, again.Heading));
        Assert.Equal(409, anew.Status);
        Assert.Single(Google.Requests, request => request.AbsolutePath is "/token");
        Assert.NotNull(await Tickets.FindByCodeAsync(first.Code, CancellationToken.None));
    }

    [Fact]
    public async Task Of_two_at_the_same_moment_one_gets_a_code()
    {
        await AnnounceAsync(Treasurer);
        using var tab = NewBrowser();
        using var otherTab = NewBrowser();
        var google = await StartAsync(tab, await IssueAsync(Treasurer));
        var cookie = tab.Cookies.Single();
        otherTab.Cookies.Add(cookie.Key, cookie.Value);

        var pages = await Task.WhenAll(ComeBackAsync(tab, google, Email), ComeBackAsync(otherTab, google, Email));

        Assert.Equal([200, 409], pages.Select(page => page.Status).Order());
        Assert.NotEmpty(tab.Cookies);
        Assert.NotEmpty(otherTab.Cookies);
    }

    [Theory]
    [InlineData("access_denied", 403, "Вы отказались")]
    [InlineData("server_error", 503, "Сейчас не получается")]
    [InlineData("admin_policy_enforced", 403, "Google не подтвердил")]
    [InlineData("<script>alert(1)</script>", 403, "Google не подтвердил")]
    public async Task No_of_google_is_explained_and_the_button_works_again(string error, int status, string heading)
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();
        var ticket = await IssueAsync(Treasurer);
        var state = StateOf(await StartAsync(browser, ticket));

        var page = await browser.GetAsync(
            $"/api/oauth/callback?error={Uri.EscapeDataString(error)}&error_description=%3Cb%3E&state={state}"
        );

        Assert.Equal((status, heading), (page.Status, page.Heading));
        Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
        Assert.Empty(browser.Cookies);
        Assert.Equal(0, await CountLinksAsync());
        Assert.Equal(200, (await ComeBackAsync(browser, await StartAsync(browser, ticket), Email)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&code=")]
    [InlineData("&code=a&code=b")]
    public async Task Address_without_a_code_is_refused(string code)
    {
        using var browser = NewBrowser();
        var state = StateOf(await StartAsync(browser, await IssueAsync(Treasurer)));

        Assert.Equal(400, (await browser.GetAsync($"/api/oauth/callback?state={state}{code}")).Status);
    }

    [Fact]
    public async Task Cookie_lasts_as_long_as_the_ticket()
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();
        var google = await StartAsync(browser, await IssueAsync(Treasurer));

        Bot.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(403, (await ComeBackAsync(browser, google, Email)).Status);
        Assert.Empty(Google.Requests);
    }

    [Fact]
    public async Task Google_that_does_not_answer_is_nobodys_fault()
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();
        var ticket = await IssueAsync(Treasurer);
        var google = await StartAsync(browser, ticket);

        Google.IsDown = true;
        var page = await ComeBackAsync(browser, google, Email);
        Google.IsDown = false;

        Assert.Equal((503, "Сейчас не получается"), (page.Status, page.Heading));
        Assert.Equal(200, (await ComeBackAsync(browser, await StartAsync(browser, ticket), Email)).Status);
    }
}

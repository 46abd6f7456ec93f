using Microsoft.AspNetCore.WebUtilities;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Web;

/// <summary>Links that were sent around, and browsers that come with what belongs to another.</summary>
public sealed class BoundBrowserTests : WebTest
{
    private static string Email => Treasurer.Erp.Email;

    [Fact]
    public async Task Browser_without_the_cookie_gets_nothing_and_google_is_not_asked()
    {
        // The thief went as far as Google and sent that address around: who signs in there comes back to a browser that never started.
        await AnnounceAsync(Treasurer);
        using var thief = NewBrowser();
        using var victim = NewBrowser();
        var google = await StartAsync(thief, await IssueAsync(BudgetHolder));

        var page = await ComeBackAsync(victim, google, Email);

        Assert.Equal((400, "Браузер потерял нить"), (page.Status, page.Heading));
        Assert.DoesNotContain("start=", page.Html, StringComparison.Ordinal);
        Assert.Empty(Google.Requests);
        Assert.True(Logged("Security: a sign-in came back to a browser that has no cookie."));
        Assert.Equal(0, await CountLinksAsync());
    }

    [Fact]
    public async Task Browser_of_another_sign_in_gets_nothing_and_its_own_goes_on()
    {
        await AnnounceAsync(Treasurer);
        using var thief = NewBrowser();
        using var victim = NewBrowser();
        var thievesGoogle = await StartAsync(thief, await IssueAsync(BudgetHolder));
        var victimsGoogle = await StartAsync(victim, await IssueAsync(Treasurer));

        var page = await ComeBackAsync(victim, thievesGoogle, Email);

        Assert.Equal((403, "Этот вход начат не здесь"), (page.Status, page.Heading));
        Assert.Empty(Google.Requests);
        Assert.True(
            Logged($"Security: a browser that is tied to the sign-in of Telegram user {Treasurer.Telegram.Id}")
        );
        Assert.Equal(200, (await ComeBackAsync(victim, victimsGoogle, Email)).Status);
    }

    [Fact]
    public async Task Victim_who_opens_the_link_of_a_thief_sees_whose_it_is_and_the_thief_sees_nothing()
    {
        await AnnounceAsync(Treasurer);
        using var thief = NewBrowser();
        using var victim = NewBrowser();
        var ticket = await IssueAsync(BudgetHolder);
        await StartAsync(thief, ticket);

        var page = await ComeBackAsync(victim, await StartAsync(victim, ticket), Email);
        var thievesPage = await ComeBackAsync(thief, await StartOrGoogleAsync(thief), Email);

        Assert.Contains("@sokolova", page.Text, StringComparison.Ordinal);
        Assert.Contains("Это не я", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("start=", thievesPage.Html, StringComparison.Ordinal);
        Assert.Equal(0, await CountLinksAsync());

        // The thief's cookie counts no more once the victim's browser has started.
        async Task<Uri> StartOrGoogleAsync(WebBrowser browser)
        {
            var answer = await browser.GetAsync($"/api/oauth/start?ticket={ticket}");
            Assert.Equal(404, answer.Status);
            return new Uri($"{RecordedGoogle.Base}/auth?nonce=a&code_challenge=b&redirect_uri=c&state=d");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("&state=")]
    [InlineData("&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("&state=%0d%0aLocation:%20https://evil.example")]
    public async Task Wrong_state_is_refused_and_the_right_one_still_works(string state)
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();
        var google = await StartAsync(browser, await IssueAsync(Treasurer));

        var page = await browser.GetAsync($"/api/oauth/callback?code=4/code{state}");

        Assert.Equal(403, page.Status);
        Assert.Empty(Google.Requests);
        Assert.Equal(200, (await ComeBackAsync(browser, google, Email)).Status);
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("....")]
    [InlineData("%00%0d%0a")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Made_up_cookie_is_refused_and_taken_away(string cookie)
    {
        using var browser = NewBrowser();
        browser.Cookies["paymentbot-login"] = cookie;

        var page = await browser.GetAsync("/api/oauth/callback?code=4/code&state=a");

        Assert.Equal(403, page.Status);
        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public async Task State_twice_in_the_address_is_no_state()
    {
        using var browser = NewBrowser();
        var google = await StartAsync(browser, await IssueAsync(Treasurer));
        var state = StateOf(google);

        var page = await browser.GetAsync($"/api/oauth/callback?code=4/code&state={state}&state={state}");

        Assert.Equal(403, page.Status);
    }

    [Fact]
    public async Task Code_of_another_browser_is_refused_by_the_exchange()
    {
        await AnnounceAsync(Treasurer);
        using var thief = NewBrowser();
        using var victim = NewBrowser();
        var victimsGoogle = await StartAsync(victim, await IssueAsync(Treasurer));
        var state = StateOf(await StartAsync(thief, await IssueAsync(BudgetHolder)));
        var stolen = QueryHelpers.ParseQuery(Google.Consent(victimsGoogle, Email))["code"].ToString();

        var page = await thief.GetAsync($"/api/oauth/callback?code={Uri.EscapeDataString(stolen)}&state={state}");

        Assert.Equal((403, "Google не подтвердил"), (page.Status, page.Heading));
        Assert.True(Logged("ExchangeRefused"));
    }
}

using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Web;

public sealed class EmbeddedBrowserTests : WebTest
{
    [Theory]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 Telegram-Android/11.9.1 (Google Pixel 8; Android 14; SDK 34; HIGH)"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/500.0;]"
    )]
    public async Task Window_of_another_application_is_asked_to_open_a_browser_and_may_insist(string userAgent)
    {
        using var browser = NewBrowser();
        browser.UserAgent = userAgent;
        var ticket = await IssueAsync(Treasurer);

        var page = await browser.GetAsync($"/api/oauth/start?ticket={ticket}");

        Assert.Equal((403, "Откройте в браузере"), (page.Status, page.Heading));
        Assert.Empty(page.SetCookies);
        Assert.Contains($"/api/oauth/start?ticket={ticket}", page.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"start?ticket={ticket}&amp;here=1\">", page.Html, StringComparison.Ordinal);
        Assert.Equal(302, (await browser.GetAsync($"/api/oauth/start?ticket={ticket}&here=1")).Status);
    }

    [Theory]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 YaBrowser/25.8.0.0 Mobile Safari/537.36"
    )]
    [InlineData("Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)")]
    [InlineData("")]
    public async Task Browser_goes_straight_on(string userAgent)
    {
        using var browser = NewBrowser();
        browser.UserAgent = userAgent;

        Assert.Equal(302, (await browser.GetAsync($"/api/oauth/start?ticket={await IssueAsync(Treasurer)}")).Status);
    }

    [Fact]
    public async Task Dead_ticket_is_told_before_the_browser()
    {
        using var browser = NewBrowser();
        browser.UserAgent = "Telegram-Android/11.9.1";

        Assert.Equal(404, (await browser.GetAsync("/api/oauth/start?ticket=\"onmouseover=alert(1)")).Status);
    }

    [Fact]
    public async Task Google_that_refuses_the_window_is_explained()
    {
        using var browser = NewBrowser();
        browser.Language = "en";
        var google = await StartAsync(browser, await IssueAsync(Treasurer));
        var state = StateOf(google);

        var page = await browser.GetAsync($"/api/oauth/callback?error=disallowed_useragent&state={state}");

        Assert.Equal((403, "Open this in your browser"), (page.Status, page.Heading));
        Assert.DoesNotContain("ticket=", page.Html, StringComparison.Ordinal);
    }
}

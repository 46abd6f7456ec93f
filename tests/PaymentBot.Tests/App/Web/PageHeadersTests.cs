using PaymentBot.Functions.SignIn.Pages;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Web;

public sealed class PageHeadersTests : WebTest
{
    private static readonly string Policy =
        $"default-src 'none'; style-src {PageStyle.Source}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    [Fact]
    public async Task Every_answer_keeps_others_out()
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();
        var start = await browser.GetAsync($"/api/oauth/start?ticket={await IssueAsync(Treasurer)}");
        var back = await ComeBackAsync(browser, start.Location!, Treasurer.Erp.Email);
        var again = await browser.GetAsync($"/api/oauth/callback?state={back.State}");
        var done = await browser.PostAsync("/api/oauth/callback", $"state={back.State}");
        var refused = await browser.GetAsync("/api/oauth/start?ticket=a");

        Assert.Equal(
            [302, 200, 409, 200, 404],
            new[] { start, back, again, done, refused }.Select(page => page.Status)
        );
        Assert.All(
            [start, back, again, done, refused],
            page =>
            {
                Assert.Equal(Policy, page.Headers["Content-Security-Policy"]);
                Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
                Assert.Equal("no-store", page.Headers["Cache-Control"]);
                Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
                Assert.Equal("DENY", page.Headers["X-Frame-Options"]);
                Assert.Equal("same-origin", page.Headers["Cross-Origin-Opener-Policy"]);
                Assert.False(page.Headers.ContainsKey("Server"));
            }
        );
        Assert.All(
            [back, again, done, refused],
            page => Assert.Equal("text/html; charset=utf-8", page.Headers["Content-Type"])
        );
    }

    [Theory]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.8", "ru")]
    [InlineData("en-GB,en;q=0.9,ru;q=0.8", "en")]
    [InlineData("de-DE,en;q=0.5", "en")]
    [InlineData("de-DE", "ru")]
    [InlineData("\"><script>", "ru")]
    [InlineData(null, "ru")]
    public async Task Page_speaks_the_language_of_the_browser(string? wanted, string language)
    {
        using var browser = NewBrowser();
        browser.Language = wanted;

        var page = await browser.GetAsync("/api/oauth/start");

        Assert.Equal(language, page.Headers["Content-Language"]);
        Assert.Contains($"<html lang=\"{language}\">", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bot_whose_own_language_is_english_falls_back_to_it()
    {
        await StartAnewAsync(OptionsWith(new() { ["Bot:DefaultLanguage"] = "en" }));
        using var browser = NewBrowser();
        browser.Language = "de-DE";

        Assert.Equal("en", (await browser.GetAsync("/api/oauth/start")).Headers["Content-Language"]);
    }
}

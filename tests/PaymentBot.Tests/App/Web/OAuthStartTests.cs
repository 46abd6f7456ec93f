using Microsoft.AspNetCore.WebUtilities;
using PaymentBot.Functions.SignIn;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Web;

public sealed class OAuthStartTests : WebTest
{
    private const string Unknown = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public async Task Browser_gets_its_cookie_and_goes_to_google()
    {
        using var browser = NewBrowser();

        var page = await browser.GetAsync($"/api/oauth/start?ticket={await IssueAsync(Treasurer)}");

        Assert.Equal(302, page.Status);
        Assert.Equal($"{RecordedGoogle.Base}/auth", page.Location!.GetLeftPart(UriPartial.Path));
        var query = QueryHelpers.ParseQuery(page.Location.Query);
        Assert.Equal(RecordedGoogle.ClientId, query["client_id"]);
        Assert.Equal("openid email profile", query["scope"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal("offline", query["access_type"]);
        Assert.Equal("example.ru", query["hd"]);
        Assert.EndsWith("/api/oauth/callback", query["redirect_uri"].ToString(), StringComparison.Ordinal);
        Assert.All(["state", "nonce", "code_challenge"], name => Assert.Equal(43, query[name].ToString().Length));
        var cookie = Assert.Single(page.SetCookies);
        Assert.Matches("^paymentbot-login=[A-Za-z0-9_.-]{87}; max-age=600; path=/; samesite=lax; httponly$", cookie);
    }

    [Fact]
    public async Task Behind_https_the_cookie_is_of_this_host_alone()
    {
        await StartAnewAsync(OptionsWith(new() { ["Bot:PublicUrl"] = "https://bot.example.ru/" }));
        using var browser = NewBrowser();

        var page = await browser.GetAsync($"/api/oauth/start?ticket={await IssueAsync(Treasurer)}");

        var cookie = Assert.Single(page.SetCookies);
        Assert.Matches(
            "^__Host-paymentbot-login=[A-Za-z0-9_.-]{87}; max-age=600; path=/; secure; samesite=lax; httponly$",
            cookie
        );
        Assert.Equal(
            "https://bot.example.ru/api/oauth/callback",
            QueryHelpers.ParseQuery(page.Location!.Query)["redirect_uri"]
        );
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("?ticket=", 400)]
    [InlineData("?ticket=" + Unknown + "&ticket=" + Unknown, 400)]
    [InlineData("?ticket=" + Unknown, 404)]
    [InlineData("?ticket=%0d%0aSet-Cookie:%20a=b", 404)]
    [InlineData("?ticket=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", 404)]
    [InlineData("?ticket=../../../etc/passwd", 404)]
    public async Task Wrong_ticket_gets_a_page_that_repeats_nothing_of_it(string query, int status)
    {
        using var browser = NewBrowser();

        var page = await browser.GetAsync($"/api/oauth/start{query}");

        Assert.Equal(status, page.Status);
        Assert.Empty(page.SetCookies);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("passwd", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Unknown, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticket_dies_after_ten_minutes()
    {
        using var browser = NewBrowser();
        var ticket = await IssueAsync(Treasurer);

        Bot.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(404, (await browser.GetAsync($"/api/oauth/start?ticket={ticket}")).Status);
    }

    [Fact]
    public async Task Newer_ticket_of_the_same_user_kills_the_older()
    {
        using var browser = NewBrowser();
        var older = await IssueAsync(Treasurer);
        var newer = await IssueAsync(Treasurer);

        Assert.Equal(404, (await browser.GetAsync($"/api/oauth/start?ticket={older}")).Status);
        Assert.Equal(302, (await browser.GetAsync($"/api/oauth/start?ticket={newer}")).Status);
    }

    [Theory]
    [InlineData("redirect_uri=https://evil.example/")]
    [InlineData("continue=https://evil.example/&next=//evil.example&return=https:evil.example&url=%2F%2Fevil.example")]
    [InlineData("hd=evil.example&state=evil.example&login_hint=x@evil.example&prompt=none")]
    public async Task Nothing_in_the_address_changes_where_the_browser_goes(string more)
    {
        using var browser = NewBrowser();

        var page = await browser.GetAsync($"/api/oauth/start?ticket={await IssueAsync(Treasurer)}&{more}");

        Assert.Equal(302, page.Status);
        Assert.StartsWith($"{RecordedGoogle.Base}/auth?", page.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", page.Location.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "ftp")]
    [InlineData("X-Original-URL", "https://evil.example/")]
    public async Task No_header_changes_where_google_sends_the_browser_back(string name, string value)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(Bot.BotUrl, $"/api/oauth/start?ticket={await IssueAsync(Treasurer)}")
        );
        request.Headers.TryAddWithoutValidation(name, value);

        using var response = await http.SendAsync(request);

        Assert.Equal(302, (int)response.StatusCode);
        Assert.DoesNotContain("evil", response.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Only_get_starts(string method)
    {
        using var browser = NewBrowser();

        var page = await browser.SendAsync(
            new HttpMethod(method),
            $"/api/oauth/start?ticket={await IssueAsync(Treasurer)}",
            null
        );

        Assert.Equal(405, page.Status);
        Assert.Empty(page.SetCookies);
    }

    [Fact]
    public async Task Guesses_beyond_a_burst_are_not_looked_at_and_nobody_else_is_slowed_down()
    {
        using var guesser = NewBrowser();
        using var other = NewBrowser();
        other.ForwardedFor = "198.51.100.20";
        var statuses = new List<int>();
        for (var guess = 0; guess < AddressLimit.Burst + 20; guess++)
        {
            statuses.Add((await guesser.GetAsync($"/api/oauth/start?ticket={Unknown}")).Status);
        }

        Assert.Equal(AddressLimit.Burst, statuses.Count(status => status == 404));
        Assert.Equal(20, statuses.Count(status => status == 429));
        var refused = await guesser.GetAsync("/api/oauth/callback?code=a&state=b");
        Assert.Equal((429, "1"), (refused.Status, refused.Headers["Retry-After"]));
        Assert.True(Logged("Security: /api/oauth/start is called too often from 203.0.113.7"));

        Assert.Equal(302, (await other.GetAsync($"/api/oauth/start?ticket={await IssueAsync(Treasurer)}")).Status);
        Bot.Clock.Advance(AddressLimit.Interval);
        Assert.Equal(302, (await guesser.GetAsync($"/api/oauth/start?ticket={await IssueAsync(Treasurer)}")).Status);
    }

    [Fact]
    public async Task Storage_that_fails_is_a_page_that_asks_to_come_again()
    {
        using var browser = NewBrowser();
        var ticket = await IssueAsync(Treasurer);

        Bot.Storage.Down = true;
        var page = await browser.GetAsync($"/api/oauth/start?ticket={ticket}");
        Bot.Storage.Heal();

        Assert.Equal((503, "30"), (page.Status, page.Headers["Retry-After"]));
        Assert.Equal("Сейчас не получается", page.Heading);
        Assert.Equal(302, (await browser.GetAsync($"/api/oauth/start?ticket={ticket}")).Status);
    }

    [Fact]
    public async Task Bot_without_a_google_application_signs_nobody_in()
    {
        await StartAnewAsync(new());
        using var browser = NewBrowser();

        Assert.Equal(404, (await browser.GetAsync($"/api/oauth/start?ticket={Unknown}")).Status);
        Assert.Equal(404, (await browser.GetAsync("/api/oauth/callback?code=a&state=b")).Status);
        Assert.Equal(404, (await browser.PostAsync("/api/oauth/callback", "state=b")).Status);
    }
}

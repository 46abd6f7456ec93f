using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Web;

/// <summary>What Google's word has to be worth, and whose mailbox counts.</summary>
public sealed class ProofTests : WebTest
{
    private static string Email => Treasurer.Erp.Email;

    public static TheoryData<string, string, string> FalseClaims { get; } =
        new()
        {
            { "aud", "another-client", "Google не подтвердил" },
            { "azp", "another-client", "Google не подтвердил" },
            { "iss", "https://evil.example", "Google не подтвердил" },
            { "nonce", "another-nonce", "Google не подтвердил" },
            { "exp", "1000000000", "Google не подтвердил" },
            { "email_verified", "false", "Почта не подтверждена" },
            { "email", "morozova", "Почта не подтверждена" },
        };

    [Theory]
    [MemberData(nameof(FalseClaims))]
    public async Task False_claim_proves_nothing(string claim, string value, string heading)
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();
        Google.Tamper = claims =>
            claims[claim] = claim switch
            {
                "exp" => long.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
                "email_verified" => false,
                _ => value,
            };

        var page = await SignInAsync(browser, Treasurer, Email);

        await AssertRefusedAsync(page, 403, heading);
        Assert.True(Logged("Security: Google's answer for the sign-in"));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    public async Task Other_algorithm_proves_nothing(string algorithm)
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();
        Google.Forger.Algorithm = algorithm;

        await AssertRefusedAsync(await SignInAsync(browser, Treasurer, Email), 403, "Google не подтвердил");
    }

    [Fact]
    public async Task Signature_of_another_key_proves_nothing()
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();
        Google.Forger.SignsWithForeignKey = true;

        await AssertRefusedAsync(await SignInAsync(browser, Treasurer, Email), 403, "Google не подтвердил");
    }

    [Theory]
    [InlineData("morozova@example.ru.evil.com")]
    [InlineData("morozova@evilexample.ru")]
    [InlineData("morozova@sub.example.ru")]
    [InlineData("morozova@exаmple.ru")]
    [InlineData("morozova@gmail.com")]
    public async Task Look_alike_domain_is_none_of_the_companys(string email)
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();

        var page = await SignInAsync(browser, Treasurer, email);

        await AssertRefusedAsync(page, 403, "Это не почта компании");
        Assert.Contains("example.ru", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MOROZOVA@Example.RU", true)]
    [InlineData("morozova+x@example.ru", false)]
    [InlineData("moro.zova@example.ru", false)]
    [InlineData("mоrozova@example.ru", false)]
    public async Task Case_does_not_matter_and_everything_else_does(string email, bool isHers)
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();

        var page = await SignInAsync(browser, Treasurer, email);

        Assert.Equal(isHers ? 200 : 403, page.Status);
        Assert.Equal(0, await CountLinksAsync());
    }

    [Fact]
    public async Task Mailbox_of_nobody_is_refused()
    {
        using var browser = NewBrowser();

        var page = await SignInAsync(browser, Treasurer, Email);

        await AssertRefusedAsync(page, 403, "ERP вас не знает");
        Assert.Contains(Email, page.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public async Task Mailbox_of_an_inactive_person_is_refused()
    {
        await AnnounceAsync(Treasurer, active: false);
        using var browser = NewBrowser();

        await AssertRefusedAsync(await SignInAsync(browser, Treasurer, Email), 403, "Доступ закрыт");
    }

    [Fact]
    public async Task Mailbox_of_two_people_is_refused_and_the_operators_are_told()
    {
        await AnnounceAsync(Treasurer);
        await AnnounceAsync(BudgetHolder, email: Email);
        using var browser = NewBrowser();

        var page = await SignInAsync(browser, Treasurer, Email);

        await AssertRefusedAsync(page, 403, "Два человека, одна почта");
        Assert.Contains(Email, await ToldAsync(Company.OperatorId), StringComparison.Ordinal);
        Assert.True(Logged("Security: the ERP has 2 active people with one mailbox at example.ru"));
    }

    [Fact]
    public async Task Mailbox_that_went_from_an_inactive_person_to_another_is_the_others()
    {
        await AnnounceAsync(Treasurer, active: false);
        await AnnounceAsync(BudgetHolder, email: Email);
        using var browser = NewBrowser();

        Assert.Equal(200, (await SignInAsync(browser, BudgetHolder, Email)).Status);
    }

    [Fact]
    public async Task Former_mailbox_of_a_person_is_nobodys()
    {
        await AnnounceAsync(Treasurer);
        await AnnounceAsync(Treasurer, email: "olga@example.ru");
        using var browser = NewBrowser();

        await AssertRefusedAsync(await SignInAsync(browser, Treasurer, Email), 403, "ERP вас не знает");
    }

    [Fact]
    public async Task Hostile_name_stays_text()
    {
        await AnnounceAsync(Treasurer);
        var hostile = new SandboxPerson(
            Treasurer.Telegram with
            {
                FirstName = "</bdi><script>alert(1)</script>",
                LastName = "\u202Egro.live",
            },
            new ErpPerson("x", "x", "x@example.ru", "none")
        );
        using var browser = NewBrowser();

        var page = await SignInAsync(browser, hostile, Email);

        Assert.Equal(200, page.Status);
        Assert.Contains(
            "&lt;/bdi&gt;&lt;script&gt;alert(1)&lt;/script&gt; gro.live",
            page.Html,
            StringComparison.Ordinal
        );
    }

    private async Task AssertRefusedAsync(WebPage page, int status, string heading)
    {
        Assert.Equal((status, heading), (page.Status, page.Heading));
        Assert.DoesNotContain("start=", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, await CountLinksAsync());
    }
}

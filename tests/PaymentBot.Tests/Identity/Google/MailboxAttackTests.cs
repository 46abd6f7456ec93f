using PaymentBot.Bot.SignIn.Google;

namespace PaymentBot.Tests.Identity.Google;

public sealed class MailboxAttackTests : GoogleTest
{
    [Fact]
    public async Task Mailbox_that_Google_did_not_verify_proves_nothing() =>
        AssertRefused(GoogleRefusal.EmailNotVerified, await RedeemAsync(claims => claims["email_verified"] = false));

    [Fact]
    public async Task Mailbox_is_verified_only_by_the_word_true()
    {
        AssertRefused(GoogleRefusal.EmailNotVerified, await RedeemAsync(claims => claims["email_verified"] = "true"));
        AssertRefused(GoogleRefusal.EmailNotVerified, await RedeemAsync(claims => claims["email_verified"] = 1));
        AssertRefused(GoogleRefusal.EmailNotVerified, await RedeemAsync(claims => claims.Remove("email_verified")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("anna@example.ru@evil.com")]
    [InlineData("anna@evil.com\u0000@example.ru")]
    [InlineData("аnna@example.ru")]
    public async Task Account_without_a_certain_mailbox_proves_nothing(string? email) =>
        AssertRefused(GoogleRefusal.EmailNotVerified, await RedeemAsync(claims => claims["email"] = email));

    [Theory]
    [InlineData("anna@evil.com")]
    [InlineData("anna@example.ru.evil.com")]
    [InlineData("anna@evilexample.ru")]
    [InlineData("anna@evil-example.ru")]
    [InlineData("anna@sub.example.ru")]
    [InlineData("anna@example.com")]
    [InlineData("anna@ru")]
    [InlineData("anna@examp1e.ru")]
    [InlineData("anna@ехаmple.ru")]
    [InlineData("example.ru@gmail.com")]
    public async Task Domain_that_looks_alike_may_not_sign_in(string email) =>
        AssertRefused(GoogleRefusal.DomainNotAllowed, await RedeemAsync(claims => claims["email"] = email));

    [Theory]
    [InlineData("anna@ромашкa.рф")]
    [InlineData("anna@pомашка.рф")]
    [InlineData("anna@xn--a-7sb4agjl3d.xn--p1ai")]
    [InlineData("anna@ромашка.рф.evil.com")]
    [InlineData("anna@ромашка.ru")]
    public async Task Cyrillic_domain_in_mixed_script_may_not_sign_in(string email)
    {
        var signIn = Make(Server.Options("xn--80aa3agjl3d.xn--p1ai"));
        await RedeemAsync(claims => claims["email"] = "anna@Ромашка.РФ");
        Assert.IsType<GoogleResult.Proven>(await signIn.RedeemAsync("code-1", Session, None));

        await RedeemAsync(claims => claims["email"] = email);

        AssertRefused(GoogleRefusal.DomainNotAllowed, await signIn.RedeemAsync("code-1", Session, None));
    }

    [Theory]
    [InlineData("Anna@EXAMPLE.RU", "anna@example.ru")]
    [InlineData("anna+bank@example.ru", "anna+bank@example.ru")]
    public async Task Case_is_no_difference_and_a_plus_tag_is_one(string email, string expected)
    {
        var result = await RedeemAsync(claims => claims["email"] = email);

        Assert.Equal(expected, Assert.IsType<GoogleResult.Proven>(result).Email.Value);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("evil.com", false)]
    [InlineData("example.ru.evil.com", false)]
    [InlineData("EXAMPLE.ru", true)]
    public async Task Private_account_with_a_company_address_may_not_sign_in_where_a_workspace_is_demanded(
        string? hostedDomain,
        bool mayEnter
    )
    {
        var open = Server.Options("example.ru");
        var options = new GoogleOptions
        {
            ClientId = open.ClientId,
            ClientSecret = open.ClientSecret,
            AllowedDomains = open.AllowedDomains,
            RedirectUri = open.RedirectUri,
            TokenUrl = open.TokenUrl,
            CertificatesUrl = open.CertificatesUrl,
            WorkspaceOnly = true,
        };
        Assert.IsType<GoogleResult.Proven>(await RedeemAsync(claims => claims["hd"] = hostedDomain));

        var result = await Make(options).RedeemAsync("code-1", Session, None);

        Assert.Equal(mayEnter, result is GoogleResult.Proven);
        Assert.Equal(mayEnter, result is not GoogleResult.Refused { Reason: GoogleRefusal.DomainNotAllowed });
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using PaymentBot.Bot.SignIn.Google;

namespace PaymentBot.Tests.Identity.Google;

public sealed class GoogleSignInTests : GoogleTest
{
    [Fact]
    public void Browser_is_sent_to_Google_with_everything_that_binds_the_answer()
    {
        var address = SignIn.AuthorizationAddress(Session);

        var query = QueryHelpers
            .ParseQuery(address.Query)
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        Assert.Equal("https://accounts.google.com/o/oauth2/v2/auth", address.GetLeftPart(UriPartial.Path));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Session.CodeVerifier)));
        var expected = new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = IdTokenForge.ClientId,
            ["redirect_uri"] = "https://bot.example.ru/api/oauth/callback",
            ["scope"] = "openid email profile",
            ["access_type"] = "offline",
            ["prompt"] = "consent select_account",
            ["state"] = Session.State,
            ["nonce"] = Session.Nonce,
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
            ["hd"] = "example.ru",
        };
        Assert.Equal(expected.OrderBy(pair => pair.Key), query.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void Several_domains_give_no_hint()
    {
        var address = Make(Server.Options("example.ru", "example.com")).AuthorizationAddress(Session);

        Assert.DoesNotContain("hd=", address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_proves_a_mailbox()
    {
        var result = await RedeemAsync(_ => { });

        var proven = Assert.IsType<GoogleResult.Proven>(result);
        Assert.Equal("anna@example.ru", proven.Email.Value);
        Assert.Equal("1//0refresh", proven.RefreshToken);
        var (target, form) = Assert.Single(Server.Calls);
        Assert.Equal("POST /token", target);
        Assert.Equal("authorization_code", form["grant_type"]);
        Assert.Equal("code-1", form["code"]);
        Assert.Equal(Session.CodeVerifier, form["code_verifier"]);
        Assert.Equal("https://bot.example.ru/api/oauth/callback", form["redirect_uri"]);
        Assert.Equal(IdTokenForge.ClientId, form["client_id"]);
        Assert.Equal("the-secret", form["client_secret"]);
        Assert.DoesNotContain("anna", $"{proven}", StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", $"{proven}", StringComparison.Ordinal);
        Assert.Empty(Logger.Lines);
    }

    [Theory]
    [InlineData("aud", """["1234.apps.example"]""")]
    [InlineData("iss", "\"accounts.google.com\"")]
    [InlineData("azp", null)]
    [InlineData("hd", null)]
    public async Task Other_ways_in_which_servers_say_the_same_are_taken(string claim, string? json)
    {
        var result = await RedeemAsync(claims =>
        {
            claims.Remove(claim);
            if (json is not null)
            {
                claims[claim] = JsonNode.Parse(json);
            }
        });

        Assert.IsType<GoogleResult.Proven>(result);
    }

    [Fact]
    public async Task Clocks_may_be_a_minute_apart()
    {
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();

        Assert.IsType<GoogleResult.Proven>(await RedeemAsync(claims => claims["iat"] = now + 60));
        Assert.IsType<GoogleResult.Proven>(await RedeemAsync(claims => claims["exp"] = now - 59));
    }

    [Fact]
    public async Task Keys_are_read_once_and_again_when_a_token_names_a_new_one()
    {
        await RedeemAsync(_ => { });
        await RedeemAsync(_ => { });
        Assert.Equal(1, Server.CertificateReads);

        Server.Certificates = (200, Forge.CertificatesOf("key-2"));
        Forge.Header["kid"] = "key-2";
        Assert.IsType<GoogleResult.Proven>(await RedeemAsync(_ => { }));
        Assert.Equal(2, Server.CertificateReads);

        Forge.Header["kid"] = IdTokenForge.KeyId;
        AssertRefused(GoogleRefusal.BadToken, await RedeemAsync(_ => { }));
    }

    [Fact]
    public async Task Key_that_Google_withdrew_counts_no_longer_than_an_hour()
    {
        await RedeemAsync(_ => { });
        Server.Certificates = (200, """{"keys":[]}""");
        Clock.Advance(TimeSpan.FromHours(1));

        AssertRefused(GoogleRefusal.BadToken, await RedeemAsync(_ => { }));
    }

    [Theory]
    [InlineData(400, "invalid_grant")]
    [InlineData(401, "invalid_client")]
    [InlineData(403, "access_denied")]
    public async Task Code_that_Google_does_not_take_is_refused(int status, string error)
    {
        Server.RefuseWith(status, error);

        AssertRefused(GoogleRefusal.ExchangeRefused, await SignIn.RedeemAsync("code-1", Session, None));
        Assert.Contains(error, Assert.Single(Logger.Lines).Line, StringComparison.Ordinal);
        AssertLogHoldsNoSecret();
    }

    [Fact]
    public async Task Error_that_repeats_a_secret_does_not_get_into_the_log()
    {
        Server.RefuseWith(400, "code-1 is not known, the-secret is");

        AssertRefused(GoogleRefusal.ExchangeRefused, await SignIn.RedeemAsync("code-1", Session, None));
        AssertLogHoldsNoSecret();
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Missing_code_does_not_trouble_Google(string? code)
    {
        AssertRefused(GoogleRefusal.ExchangeRefused, await SignIn.RedeemAsync(code!, Session, None));
        AssertRefused(GoogleRefusal.ExchangeRefused, await SignIn.RedeemAsync(new string('c', 2049), Session, None));
        Assert.Empty(Server.Calls);
    }
}

using System.Text.Json.Nodes;
using PaymentBot.Bot.SignIn.Google;

namespace PaymentBot.Tests.Identity.Google;

public sealed class GoogleTokenTests : GoogleTest
{
    private const string Token = "1//0refresh";

    [Fact]
    public async Task Token_that_Google_honours_is_alive()
    {
        Server.AnswerWith(
            new JsonObject
            {
                ["access_token"] = "ya29.access",
                ["expires_in"] = 3599,
                ["token_type"] = "Bearer",
            }
        );

        Assert.Equal(GoogleTokenState.Alive, await SignIn.CheckAsync(Token, None));
        var (target, form) = Assert.Single(Server.Calls);
        Assert.Equal("POST /token", target);
        Assert.Equal("refresh_token", form["grant_type"]);
        Assert.Equal(Token, form["refresh_token"]);
        Assert.Equal(IdTokenForge.ClientId, form["client_id"]);
    }

    [Fact]
    public async Task Token_of_a_disabled_account_is_revoked()
    {
        Server.RefuseWith(400, "invalid_grant");

        Assert.Equal(GoogleTokenState.Revoked, await SignIn.CheckAsync(Token, None));
        AssertLogHoldsNoSecret();
    }

    [Theory]
    [InlineData(401, "invalid_client")]
    [InlineData(401, "deleted_client")]
    [InlineData(400, "unauthorized_client")]
    [InlineData(400, "invalid_request")]
    [InlineData(500, "invalid_grant")]
    public async Task Error_that_is_not_about_the_account_takes_nothing_from_it(int status, string error)
    {
        Server.RefuseWith(status, error);

        Assert.Equal(GoogleTokenState.Unknown, await SignIn.CheckAsync(Token, None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public async Task Token_is_given_back_in_the_body_of_the_call(string answer)
    {
        Server.RevokeAnswer = (200, answer);

        Assert.True(await SignIn.RevokeAsync(Token, None));
        var (target, form) = Assert.Single(Server.Calls);
        Assert.Equal("POST /revoke", target);
        Assert.Equal(Token, form["token"]);
    }

    [Fact]
    public async Task Token_that_Google_does_not_take_back_is_no_error()
    {
        Server.RevokeAnswer = (400, """{"error":"invalid_token"}""");

        Assert.False(await SignIn.RevokeAsync(Token, None));
    }
}

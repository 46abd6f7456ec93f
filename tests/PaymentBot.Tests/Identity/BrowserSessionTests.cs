using PaymentBot.Bot.People;

namespace PaymentBot.Tests.Identity;

public sealed class BrowserSessionTests
{
    private static readonly string Key = SecretText.HashOf("ticket");

    [Fact]
    public void Session_is_the_same_after_its_cookie_came_back()
    {
        var session = BrowserSession.Create(Key);

        var again = BrowserSession.Parse(session.Cookie)!;

        Assert.Equal(session.State, again.State);
        Assert.Equal(session.Nonce, again.Nonce);
        Assert.Equal(session.CodeVerifier, again.CodeVerifier);
        Assert.Equal(session.SecretHash, again.SecretHash);
        Assert.True(again.IsState(session.State));
    }

    [Fact]
    public void What_others_see_does_not_show_the_rest()
    {
        var session = BrowserSession.Create(Key);
        string[] all =
        [
            session.State,
            session.Nonce,
            session.CodeVerifier,
            session.SecretHash,
            session.Cookie.Split('.')[1],
            .. session.Cookie.Split('.')[..1],
        ];

        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(all, text => Assert.Matches("^[A-Za-z0-9_-]{43}$", text));
    }

    [Fact]
    public void Two_browsers_of_one_ticket_share_nothing()
    {
        var first = BrowserSession.Create(Key);
        var second = BrowserSession.Create(Key);

        Assert.False(first.IsState(second.State));
        Assert.NotEqual(first.Nonce, second.Nonce);
        Assert.NotEqual(first.CodeVerifier, second.CodeVerifier);
    }

    [Fact]
    public void Other_state_is_not_taken()
    {
        var session = BrowserSession.Create(Key);

        Assert.False(session.IsState(null));
        Assert.False(session.IsState(""));
        Assert.False(session.IsState(session.State[..^1]));
        Assert.False(session.IsState(session.State + "A"));
        Assert.False(session.IsState(session.Nonce));
    }
}

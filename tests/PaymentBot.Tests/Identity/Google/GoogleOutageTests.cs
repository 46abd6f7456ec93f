using PaymentBot.Bot.SignIn.Google;

namespace PaymentBot.Tests.Identity.Google;

public sealed class GoogleOutageTests : GoogleTest
{
    public static TheoryData<int, string> Nonsense =>
        new()
        {
            { 500, "" },
            { 503, """{"error":"backend_error"}""" },
            { 429, """{"error":"rate_limit_exceeded"}""" },
            { 408, """{"error":"timeout"}""" },
            { 200, "" },
            { 200, "null" },
            { 200, "<html>Sign in to the hotel's network</html>" },
            { 400, "<html>Blocked</html>" },
            { 403, "[]" },
            { 200, """{"expires_in":"soon"}""" },
        };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task Server_that_fails_or_talks_nonsense_is_out_of_reach(int status, string body)
    {
        Server.TokenAnswer = (status, body);

        Assert.IsType<GoogleResult.Unreachable>(await SignIn.RedeemAsync("code-1", Session, None));
        Assert.Equal(GoogleTokenState.Unknown, await SignIn.CheckAsync("1//0refresh", None));
        Assert.Equal(2, Server.Calls.Count);
        AssertLogHoldsNoSecret();
    }

    [Fact]
    public async Task Endless_answer_is_not_read()
    {
        Server.TokenAnswer = (200, $$"""{"access_token":"{{new string('x', 1024 * 1024)}}"}""");

        Assert.IsType<GoogleResult.Unreachable>(await SignIn.RedeemAsync("code-1", Session, None));
    }

    [Theory]
    [InlineData(500, """{"keys":[]}""")]
    [InlineData(200, "not json")]
    public async Task Server_without_its_keys_is_out_of_reach(int status, string body)
    {
        Server.Certificates = (status, body);

        Assert.IsType<GoogleResult.Unreachable>(await RedeemAsync(_ => { }));
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        await using var other = await GoogleServer.StartAsync();
        Server.Redirect = other.Options("example.ru").TokenUrl;

        Assert.IsType<GoogleResult.Unreachable>(await SignIn.RedeemAsync("code-1", Session, None));
        Assert.Equal(GoogleTokenState.Unknown, await SignIn.CheckAsync("1//0refresh", None));
        Assert.False(await SignIn.RevokeAsync("1//0refresh", None));
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task Server_that_is_down_is_out_of_reach()
    {
        await Server.DisposeAsync();

        Assert.IsType<GoogleResult.Unreachable>(await SignIn.RedeemAsync("code-1", Session, None));
        Assert.Equal(GoogleTokenState.Unknown, await SignIn.CheckAsync("1//0refresh", None));
        Assert.False(await SignIn.RevokeAsync("1//0refresh", None));
        AssertLogHoldsNoSecret();
    }

    [Fact]
    public async Task Server_that_keeps_silent_is_given_up_after_the_time_out()
    {
        var options = Server.Options("example.ru");
        using var silence = new SilentHandler();
        var signIn = Make(options, () => silence);
        var redeem = signIn.RedeemAsync("code-1", Session, None);
        await silence.Asked;

        Clock.Advance(TimeSpan.FromSeconds(15) - TimeSpan.FromTicks(1));
        Assert.False(redeem.IsCompleted);
        Clock.Advance(TimeSpan.FromTicks(1));

        Assert.IsType<GoogleResult.Unreachable>(await redeem);
    }

    [Fact]
    public async Task Caller_who_gives_up_gets_no_answer()
    {
        using var silence = new SilentHandler();
        using var caller = new CancellationTokenSource();
        var redeem = Make(Server.Options("example.ru"), () => silence).RedeemAsync("code-1", Session, caller.Token);
        await silence.Asked;

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => redeem);
    }

    private sealed class SilentHandler : HttpMessageHandler
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            _asked.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            throw new InvalidOperationException("Silence ends only by cancellation.");
        }
    }
}

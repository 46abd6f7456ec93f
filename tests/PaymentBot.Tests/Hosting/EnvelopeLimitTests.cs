using PaymentBot.Functions.Hosting;
using static PaymentBot.Tests.Hosting.HostedBot;

namespace PaymentBot.Tests.Hosting;

public sealed class EnvelopeLimitTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HostedBot _bot = null!;

    public async Task InitializeAsync() => _bot = await HostedBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Work_that_takes_too_long_is_ended_before_the_host_kills_the_process()
    {
        Hang(obedient: true);
        var call = _bot.PostAsync("/Deliver", Envelope(Idle));
        await _entered.Task;

        _bot.Clock.Advance(EnvelopeHandler.Limit);

        Assert.Equal(500, (await call).Status);
        Assert.True(EnvelopeHandler.Limit + EnvelopeHandler.Grace < TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Work_that_does_not_end_when_told_is_left_behind()
    {
        Hang(obedient: false);
        var call = _bot.PostAsync("/Deliver", Envelope(Idle));
        await _entered.Task;

        _bot.Clock.Advance(EnvelopeHandler.Limit + EnvelopeHandler.Grace);

        Assert.Equal(500, (await call).Status);
    }

    [Fact]
    public async Task Host_that_goes_away_ends_the_work()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bot.Bodies.BeforeRead = async token =>
        {
            _entered.SetResult();
            await using var _ = token.Register(ended.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, _bot.Clock, token);
        };
        using var host = new CancellationTokenSource();
        var call = _bot.PostAsync("/Deliver", Envelope(Idle), cancellationToken: host.Token);
        await _entered.Task;

        await host.CancelAsync();

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private void Hang(bool obedient) =>
        _bot.Bodies.BeforeRead = token =>
        {
            _entered.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, _bot.Clock, obedient ? token : CancellationToken.None);
        };
}

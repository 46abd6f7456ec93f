using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentBot.Bot.Requests;
using PaymentBot.Testing;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Pull;

/// <summary>A call that waits. It stands still by the manual clock; that it waits shows by the timers it has set.</summary>
public sealed class LongPollTests : PullTest
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Tap_ends_the_wait_at_once()
    {
        var id = await Bot.AnnounceAsync();
        var poll = await BeginAsync(25);
        var begun = Bot.Now;

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.Queues.RunDueAsync(PaymentBot.Storage.QueueName.Decisions);

        var decision = Assert.Single(Decisions(await poll.WaitAsync(Patience)));
        Assert.Equal(id, (string)decision!["data"]!["requestId"]!);
        Assert.Equal(begun, Bot.Now);
    }

    [Fact]
    public async Task Wait_that_runs_out_ends_with_nothing()
    {
        var poll = await BeginAsync(7);
        await PassAsync(poll, TimeSpan.FromSeconds(6));
        Assert.False(poll.IsCompleted);
        await PassAsync(poll, TimeSpan.FromSeconds(1));
        var reply = await poll.WaitAsync(Patience);
        Assert.Equal((204, string.Empty), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task Waiting_costs_one_query_in_five_seconds_and_no_write()
    {
        Bot.Tally.Take();
        var poll = await BeginAsync(55);
        await PassAsync(poll, TimeSpan.FromSeconds(55));
        Assert.Equal(204, (await poll.WaitAsync(Patience)).Status);

        var cost = Bot.Tally.Take();
        Assert.InRange(cost["query Outbox"], 11, 12);
        Assert.Equal(["query Outbox", "upsert Notes"], cost.Keys);
        Assert.Equal(1, cost["upsert Notes"]);
    }

    [Fact]
    public async Task Decision_that_another_instance_laid_ready_is_found_at_the_next_look()
    {
        var id = await DecidedAsync();
        var decision = Decisions(await PollAsync())[0]!;
        var outbox = Bot.Services.GetRequiredService<DecisionOutbox>();
        var entry = (await outbox.FindAsync(IdOf(decision), default))!;
        await outbox.RemoveAsync(entry.Place, default);
        var poll = await BeginAsync(25);

        // Written past the signal of this process.
        await outbox.AddAsync(entry.Key, entry.RowKey, entry.DecisionId, default);
        Assert.False(poll.IsCompleted);
        await PassAsync(poll, Look);

        var found = Assert.Single(Decisions(await poll.WaitAsync(Patience)));
        Assert.Equal(id, (string)found!["data"]!["requestId"]!);
    }

    [Fact]
    public async Task Stopping_the_bot_ends_the_wait_at_once()
    {
        var poll = await BeginAsync(55);
        var begun = Bot.Now;
        Bot.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Equal(204, (await poll.WaitAsync(Patience)).Status);
        Assert.Equal(begun, Bot.Now);
    }

    [Fact]
    public async Task Caller_who_hangs_up_leaves_nothing_behind()
    {
        var timers = Bot.Clock.ScheduledTimers;
        using var http = new HttpClient();
        using var hangUp = new CancellationTokenSource();
        using var request = Bot.Erp.Signed(HttpMethod.Get, "/api/erp/decisions?wait=55", []);
        var call = http.SendAsync(request, hangUp.Token);
        await Eventually.IsAsync(
            () => Task.FromResult(Bot.Clock.ScheduledTimers > timers),
            () => "The call does not wait."
        );

        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Eventually.IsAsync(
            () => Task.FromResult(Bot.Clock.ScheduledTimers == timers),
            () => "The call still waits."
        );
    }

    [Fact]
    public async Task Two_consumers_who_wait_both_get_it_and_the_erp_applies_it_once()
    {
        var id = await Bot.AnnounceAsync();
        var first = await BeginAsync(25);
        var second = await BeginAsync(25);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.Queues.RunDueAsync(PaymentBot.Storage.QueueName.Decisions);

        var mine = Decide(Decisions(await first.WaitAsync(Patience))[0]!);
        var yours = Decide(Decisions(await second.WaitAsync(Patience))[0]!);
        var acked = await Task.WhenAll(AckAsync(mine), AckAsync(yours));
        await Bot.SettleAsync();

        Assert.All(acked, reply => Assert.Equal((200, 1), (reply.Status, (int)reply.Body!["acknowledged"]!)));
        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.Equal("confirmed", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);
        Assert.Equal(204, (await PollAsync()).Status);
    }

    private static TimeSpan Patience => Eventually.Limit;

    /// <summary>Begins a call and comes back when it waits.</summary>
    private async Task<Task<ErpReply>> BeginAsync(int seconds)
    {
        var waiting = Bot.Clock.ScheduledTimers;
        var poll = PollAsync($"?wait={seconds}");
        await Eventually.IsAsync(
            () => Task.FromResult(Bot.Clock.ScheduledTimers >= waiting + 2 || poll.IsCompleted),
            () => "The call does not wait."
        );
        return poll;
    }

    /// <summary>Lets time pass look by look: each sets its next timer on a thread of its own.</summary>
    private async Task PassAsync(Task poll, TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; left -= TimeSpan.FromSeconds(1))
        {
            var timers = Bot.Clock.ScheduledTimers;
            Bot.Clock.Advance(TimeSpan.FromSeconds(1));
            await Eventually.IsAsync(
                () => Task.FromResult(Bot.Clock.ScheduledTimers >= timers || poll.IsCompleted),
                () => "The call neither waits on nor ended."
            );
        }
    }
}

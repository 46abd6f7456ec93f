using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Pull;

/// <summary>What fetching costs in operations of the storage: docs/erp.md tells these figures.</summary>
public sealed class PullCostTests : PullTest
{
    [Fact]
    public async Task Decision_laid_ready_fetched_and_acknowledged_costs()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Erp.Announces = false;
        await PollAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        Bot.Tally.Take();

        await Bot.Queues.RunDueAsync(PaymentBot.Storage.QueueName.Decisions);
        Assert.Equal(
            [("insert Outbox", 2), ("put Decisions", 1), ("read Decisions", 1)],
            Bot.Tally.Take().Select(count => (count.Key, count.Value))
        );

        var decision = Decisions(await PollAsync())[0]!;
        Assert.Equal(
            [("query Outbox", 1), ("read Decisions", 1), ("replace Decisions", 1), ("replace Outbox", 1)],
            Bot.Tally.Take().Select(count => (count.Key, count.Value))
        );

        Assert.Equal(200, (await AckAsync(Decide(decision))).Status);
        var cost = Bot.Tally.Take();
        Assert.Equal(1, cost["read Outbox"]);
        Assert.Equal(1, cost["delete Outbox"]);
        Assert.Equal(1, cost["read Decisions"]);
        Assert.Equal(1, cost["replace Decisions"]);
        Assert.InRange(cost.Values.Sum(), 8, 24);
    }

    [Fact]
    public async Task Call_that_finds_nothing_costs_one_query_and_with_a_cursor_one_read_more()
    {
        await DecidedAsync();
        var cursor = Cursor(await PollAsync());
        await WorkAsync();
        Bot.Tally.Take();

        await PollAsync();
        Assert.Equal(["query Outbox"], Bot.Tally.Take().Keys);
        await PollAsync($"?after={cursor}");
        Assert.Equal(["query Outbox", "read Outbox"], Bot.Tally.Take().Keys);
    }
}

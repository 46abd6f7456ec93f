using PaymentBot.Sandbox.Erp;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Pull;

public sealed class ModeSwitchTests : PullTest
{
    [Fact]
    public async Task Decision_that_could_not_be_posted_is_fetched_after_the_switch()
    {
        await StartAnewAsync(new Support.HarnessOptions());
        Bot.Erp.StandIn.Faults = new ErpFaults { LoseAnswers = true };
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.Queues.RunForAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("sent", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);

        Bot.Switch(PullSettings);
        await Bot.RestartAsync();
        await Bot.Queues.RunForAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await WorkAsync());

        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.Equal("confirmed", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Decision_that_was_not_acknowledged_is_posted_after_the_switch(bool isFetched)
    {
        var id = await DecidedAsync();
        if (isFetched)
        {
            Decide(Decisions(await PollAsync())[0]!);
        }

        var posted = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Erp:Mode"] = "Push",
            ["Erp:DecisionUrl"] = Bot.Erp.StandIn.DecisionUrl.ToString(),
        };
        Bot.Switch(posted);
        await Bot.RestartAsync();
        await HousekeepAsync();
        await Bot.SettleAsync();

        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.Equal("confirmed", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);

        // And back: nothing is left that would come again.
        Bot.Switch(PullSettings);
        await Bot.RestartAsync();
        Assert.Equal(204, (await PollAsync()).Status);
    }

    [Fact]
    public async Task Acknowledgement_is_taken_after_the_switch_to_posting()
    {
        var id = await DecidedAsync();
        var ack = Decide(Decisions(await PollAsync())[0]!);
        Bot.Switch(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Erp:Mode"] = "Push",
                ["Erp:DecisionUrl"] = Bot.Erp.StandIn.DecisionUrl.ToString(),
            }
        );
        await Bot.RestartAsync();

        Assert.Equal(1, (int)(await AckAsync(ack)).Body!["acknowledged"]!);
        await Bot.SettleAsync();
        Assert.Equal("confirmed", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);
        Assert.Equal(1, Bot.Erp.Applied(id));
    }
}

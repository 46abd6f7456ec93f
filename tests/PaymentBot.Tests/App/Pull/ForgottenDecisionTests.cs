using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Pull;

public sealed class ForgottenDecisionTests : PullTest
{
    [Fact]
    public async Task Decision_that_nobody_acknowledges_for_a_day_fails_like_one_that_does_not_get_through()
    {
        var id = await DecidedAsync();
        Bot.Clock.Advance(TimeSpan.FromHours(23));
        await HousekeepAsync();
        Assert.Equal("decided", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);

        Bot.Clock.Advance(TimeSpan.FromHours(1));
        await HousekeepAsync();
        await Bot.SettleAsync();

        var decision = await Bot.Erp.DecisionAsync(id);
        Assert.Equal(("failed", "timeout"), ((string)decision["state"]!, (string)decision["reason"]!));
        Assert.Equal(1, Told("не передано в ERP"));
        Assert.NotEmpty(Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.Equal(204, (await PollAsync()).Status);
    }

    [Fact]
    public async Task Acknowledgement_that_comes_after_that_counts_all_the_same()
    {
        var id = await DecidedAsync();
        var ack = Decide(Decisions(await PollAsync())[0]!);
        Bot.Clock.Advance(TimeSpan.FromHours(25));
        await HousekeepAsync();
        await Bot.SettleAsync();
        Assert.Equal("failed", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);

        Assert.Equal(1, (int)(await AckAsync(ack)).Body!["acknowledged"]!);
        await Bot.SettleAsync();

        Assert.Equal("confirmed", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);
        Assert.Contains("Нужно ваше решение", Bot.Telegram.Text(FinancialManager, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operators_hear_once_that_nobody_fetches_and_again_after_it_was_well()
    {
        await DecidedAsync();
        for (var hour = 0; hour < 4; hour++)
        {
            await HousekeepAsync();
            Bot.Clock.Advance(TimeSpan.FromHours(1));
        }

        await Bot.SettleAsync();
        Assert.Equal(1, Told("не забирает решения"));

        Assert.Equal(1, await WorkAsync());
        await HousekeepAsync();
        await DecidedAsync();
        Bot.Clock.Advance(TimeSpan.FromHours(2));
        await HousekeepAsync();
        await Bot.SettleAsync();
        Assert.Equal(2, Told("не забирает решения"));
    }

    private int Told(string text) =>
        Bot
            .Telegram.Messages(Company.OperatorId)
            .Count(message => message.Text.Plain.Contains(text, StringComparison.Ordinal));
}

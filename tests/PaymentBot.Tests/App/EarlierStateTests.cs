using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Inbox;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App;

/// <summary>A bot goes on from the file that an earlier version left, without a step by hand.</summary>
public sealed class EarlierStateTests : InboxTest
{
    private const string Comment = "В рамках бюджета";

    internal override HarnessOptions Options { get; } = new() { LinkEverybody = false };

    [Fact]
    public async Task What_waited_is_listed_and_decided_with_the_button_of_the_earlier_card()
    {
        var earlier = await EarlierWorld.WakeAsync(Bot);
        var said = await SayAsync(FinancialManager, "/pending");
        Assert.StartsWith("Ждёт вашего решения: 1\n", said, StringComparison.Ordinal);
        Assert.Contains("1\u00A0250\u00A0000,50\u00A0₽", said, StringComparison.Ordinal);

        await Bot.Telegram.TapAsync(FinancialManager, earlier.HalfApproved, "Согласовать");
        await Bot.SettleAsync();

        Assert.Equal(1, Bot.Erp.Applied(earlier.HalfApproved));
        Assert.Contains(
            "На согласовании: казначей",
            Bot.Telegram.Text(BudgetHolder, earlier.HalfApproved),
            StringComparison.Ordinal
        );
        Assert.Contains(
            Bot.Telegram.Buttons(Treasurer, earlier.HalfApproved),
            text => text.Contains("Согласовать", StringComparison.Ordinal)
        );
        Assert.Equal("Сейчас вашего решения ничего не ждёт.", await SayAsync(FinancialManager, "/pending"));
    }

    [Fact]
    public async Task Who_had_decided_has_nothing_left_to_decide()
    {
        var earlier = await EarlierWorld.WakeAsync(Bot);

        var state = await Bot.Erp.StateAsync(earlier.HalfApproved);

        var decision = Assert.Single(state["decisions"]!.AsArray())!;
        Assert.Equal("approve", (string?)decision["decision"]);
        Assert.DoesNotContain(
            Bot.Telegram.Buttons(BudgetHolder, earlier.HalfApproved),
            text => text.Contains("Согласовать", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Question_that_was_open_is_answered()
    {
        var earlier = await EarlierWorld.WakeAsync(Bot);
        Bot.Erp.Confidential.Add(Comment);
        var prompt = Last(BudgetHolder);
        Assert.True(prompt.Markup.ForceReply);

        await Bot.Telegram.SayAsync(BudgetHolder, Comment, prompt.MessageId);
        await Bot.SettleAsync();

        var decision = await Bot.Erp.DecisionAsync(earlier.Asked);
        Assert.Equal(("approve", Comment), ((string)decision["decision"]!, (string)decision["comment"]!));
        Assert.Equal(1, Bot.Erp.Applied(earlier.Asked));
    }

    [Fact]
    public async Task Files_that_came_earlier_are_still_there()
    {
        var earlier = await EarlierWorld.WakeAsync(Bot);

        // Telegram has forgotten them, so the bytes come from the store.
        await Bot.Telegram.TapAsync(FinancialManager, earlier.HalfApproved, "Файлы");
        await Bot.SettleAsync();
        await PressAsync(FinancialManager, "1. ");

        var expected = Bot.Erp.StandIn.Ledger.Read(earlier.HalfApproved, document => document.Files)![0];
        Assert.Contains(
            Bot.Telegram.Messages(FinancialManager.Telegram.Id),
            message => message.Document?.Content.AsSpan().SequenceEqual(expected.Content) == true
        );
    }

    [Fact]
    public async Task Message_that_was_given_up_is_listed_and_replayed()
    {
        await EarlierWorld.WakeAsync(Bot);
        var poison = Assert.Single(await Bot.Queues.PoisonAsync());
        Assert.Equal(("{\"v\":1,\"given\":\"up\"}", 1), (poison.Body, poison.DequeueCount));
        var receiver = Bot.Services.GetRequiredService<IQueueReceiver>();

        Assert.True(await receiver.ReplayPoisonAsync(QueueName.Deliveries, poison.Id, CancellationToken.None));

        Assert.Empty(await Bot.Queues.PoisonAsync());
        Assert.NotNull(await receiver.NextVisibleAsync(QueueName.Deliveries, CancellationToken.None));
    }
}

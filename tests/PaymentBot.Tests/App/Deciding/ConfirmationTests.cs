using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Deciding;

/// <summary>Amounts above which an approval is asked for twice.</summary>
public sealed class ConfirmationTests : BotTest
{
    /// <summary>84 300.00 RUB.</summary>
    private const int Sample = 1;

    internal override HarnessOptions Options { get; } =
        new()
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Approvals:ConfirmAbove:RUB"] = "84299.99",
            },
        };

    [Fact]
    public async Task Large_amount_is_approved_at_the_second_tap()
    {
        var id = await AskAsync();

        var card = Bot.Telegram.Text(BudgetHolder, id);
        Assert.Contains(
            "❓ Согласовать 84\u00A0300,00\u00A0₽ получателю ООО «Светлый офис»?",
            card,
            StringComparison.Ordinal
        );
        Assert.Contains("Сумма больше 84\u00A0299,99\u00A0₽", card, StringComparison.Ordinal);
        Assert.Equal(["✅ Да, согласовать 84\u00A0300,00\u00A0₽", "← Назад"], Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
        await Bot.RestartAsync();

        Assert.Contains("принято", await Bot.Telegram.TapAsync(BudgetHolder, id, "Да"), StringComparison.Ordinal);
        await Bot.SettleAsync();

        Assert.Equal(1, Bot.Erp.Applied(id));
        await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Approve");
        await Bot.SettleAsync();
        Assert.Equal(["✅ Yes, approve RUB\u00A084,300.00", "← Back"], Bot.Telegram.Buttons(SecondFinancialManager, id));
    }

    [Fact]
    public async Task Amount_up_to_the_limit_and_other_currencies_take_one_tap()
    {
        var foreign = await Bot.AnnounceAsync(3);
        var id = await Bot.AnnounceAsync();
        Bot.Erp.StandIn.ChangeAmount(id, "84299.99");
        await Bot.SettleAsync();

        await Bot.Telegram.TapAsync(BudgetHolder, foreign, "Согласовать");
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        Assert.Equal((1, 1), (Bot.Erp.Applied(foreign), Bot.Erp.Applied(id)));
    }

    [Fact]
    public async Task Question_can_be_left_and_its_button_is_dead_then()
    {
        var id = await AskAsync();
        var asking = Bot.Telegram.Card(BudgetHolder, id);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Назад");
        await Bot.SettleAsync();
        Assert.Contains("✅ Согласовать", Bot.Telegram.Buttons(BudgetHolder, id));

        var tap = await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, asking, TelegramClerk.Data(asking, "Да"));
        await Bot.SettleAsync();

        Assert.Contains("устарела", tap.Toast, StringComparison.Ordinal);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
    }

    [Fact]
    public async Task Confirmation_of_a_document_that_changed_decides_nothing()
    {
        var id = await AskAsync();
        var asking = Bot.Telegram.Card(BudgetHolder, id);
        Bot.Erp.StandIn.ChangeAmount(id, "99999.00");
        await Bot.SettleAsync();

        var tap = await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, asking, TelegramClerk.Data(asking, "Да"));
        await Bot.SettleAsync();

        Assert.Contains("изменилась", tap.Toast, StringComparison.Ordinal);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
        Assert.Contains("✅ Согласовать", Bot.Telegram.Buttons(BudgetHolder, id));
    }

    [Fact]
    public async Task Comment_is_kept_for_the_confirmation()
    {
        const string comment = "Срочно, по договору";
        Bot.Erp.Confidential.Add(comment);
        var id = await Bot.AnnounceAsync(Sample);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать с комментарием");
        await Bot.SettleAsync();

        await Bot.Telegram.SayAsync(BudgetHolder, comment);
        await Bot.SettleAsync();

        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
        var chat = Bot.Telegram.Messages(BudgetHolder.Telegram.Id);
        Assert.Contains(chat, message => message.Text.Plain.Contains("подтвердите", StringComparison.Ordinal));
        var written = Assert.Single(chat, message => !message.ByBot);
        Assert.True(Bot.Telegram.Card(BudgetHolder, id).MessageId > written.MessageId);
        Assert.Contains($"💬 «{comment}»", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Да");
        await Bot.SettleAsync();
        Assert.Equal(comment, (string)(await Bot.Erp.DecisionAsync(id))["comment"]!);
    }

    [Fact]
    public async Task Taps_that_come_again_change_nothing()
    {
        var id = await Bot.AnnounceAsync(Sample);
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var approve = Bot.Telegram.TapOf(BudgetHolder.Telegram.Id, card, TelegramClerk.Data(card, "Согласовать"));
        var first = Bot.Telegram.NextId();
        await Bot.Telegram.PostAsync(first, "callback_query", approve.DeepClone());
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Назад");
        await Bot.SettleAsync();

        await Bot.Telegram.PostAsync(first, "callback_query", approve.DeepClone());
        await Bot.SettleAsync();

        Assert.Contains("✅ Согласовать", Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
    }

    [Fact]
    public async Task Rejection_is_not_asked_for_twice()
    {
        var id = await Bot.AnnounceAsync(Sample);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Отклонить");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Не сейчас");
        await Bot.SettleAsync();

        Assert.Equal("rejected", Bot.Erp.StandIn.Status(id));
    }

    private async Task<string> AskAsync()
    {
        var id = await Bot.AnnounceAsync(Sample);
        Assert.Contains(
            "подтвердите",
            await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать"),
            StringComparison.Ordinal
        );
        await Bot.SettleAsync();
        return id;
    }
}

using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App;

public sealed class RejectTests : BotTest
{
    private const string Reason = "Счёт выставлен на другое юрлицо <b>& ещё</b>";

    private static long Chat => BudgetHolder.Telegram.Id;

    [Theory]
    [InlineData("Не хватает документов")]
    [InlineData("Ошибка в сумме или реквизитах")]
    [InlineData("Нет в бюджете")]
    [InlineData("Не сейчас")]
    public async Task Quick_reason_rejects_and_every_card_tells_it(string reason)
    {
        var id = await Bot.AnnounceAsync();
        Assert.Equal("Выберите причину", await Bot.Telegram.TapAsync(BudgetHolder, id, "Отклонить"));
        await Bot.SettleAsync();

        await Bot.Telegram.TapAsync(BudgetHolder, id, reason);
        await Bot.SettleAsync();

        Assert.Equal("rejected", Bot.Erp.StandIn.Status(id));
        Assert.Contains(reason, Bot.Telegram.Text(Initiator, id), StringComparison.Ordinal);
        Assert.Contains(reason, Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Contains(reason, Bot.Telegram.Card(TreasuryChatId, id).Text.Plain, StringComparison.Ordinal);
        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));
    }

    [Fact]
    public async Task Typed_reason_survives_a_restart_and_reaches_the_erp_as_it_was_written()
    {
        var id = await PromptAsync();
        var prompt = Bot.Telegram.Last(Chat);
        Assert.True(prompt.Markup.ForceReply);
        await Bot.RestartAsync();

        await SayAsync(Reason, prompt.MessageId);

        Assert.Equal("rejected", Bot.Erp.StandIn.Status(id));
        Assert.Equal(Reason, (string)(await Bot.Erp.DecisionAsync(id))["comment"]!);
        Assert.Contains("Причина принята", Bot.Telegram.Last(Chat).Text.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain(Bot.Telegram.Messages(Chat), message => message.MessageId == prompt.MessageId);
        Assert.Contains("другое юрлицо <b>& ещё</b>", Bot.Telegram.Text(Initiator, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejection_can_be_called_off_at_both_steps()
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Отклонить");
        await Bot.SettleAsync();
        Assert.Equal("Отклонение отменено", await Bot.Telegram.TapAsync(BudgetHolder, id, "Назад"));
        await Bot.SettleAsync();
        Assert.Equal(
            ["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"],
            Bot.Telegram.Buttons(BudgetHolder, id)
        );

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Отклонить");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Своя причина");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Назад");
        await Bot.SettleAsync();

        Assert.Equal(
            ["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"],
            Bot.Telegram.Buttons(BudgetHolder, id)
        );
        Assert.DoesNotContain(Bot.Telegram.Messages(Chat), message => message.Markup.ForceReply);
        await SayAsync(Reason);
        Assert.Contains("ни о чём не спрашивал", Bot.Telegram.Last(Chat).Text.Plain, StringComparison.Ordinal);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
    }

    [Fact]
    public async Task Too_long_and_empty_reasons_are_asked_for_again()
    {
        var id = await PromptAsync();

        await SayAsync(new string('я', 501));
        Assert.Contains("не больше 500 символов", Bot.Telegram.Last(Chat).Text.Plain, StringComparison.Ordinal);
        await Bot.Telegram.SayAsync(BudgetHolder, null);
        await Bot.SettleAsync();
        Assert.Contains("Нужен текст", Bot.Telegram.Last(Chat).Text.Plain, StringComparison.Ordinal);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));

        await SayAsync(string.Concat(Enumerable.Repeat("😀", 500)));
        Assert.Equal("rejected", Bot.Erp.StandIn.Status(id));
    }

    [Fact]
    public async Task Reason_for_a_document_that_changed_meanwhile_decides_nothing()
    {
        var id = await PromptAsync();
        Bot.Erp.StandIn.ChangeAmount(id, "5.00");
        await Bot.SettleAsync();

        await SayAsync(Reason);

        Assert.Contains("больше не нужна", Bot.Telegram.Last(Chat).Text.Plain, StringComparison.Ordinal);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
        Assert.Equal(
            ["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"],
            Bot.Telegram.Buttons(BudgetHolder, id)
        );
    }

    [Fact]
    public async Task Text_means_the_rejection_begun_last()
    {
        var first = await PromptAsync();
        var second = await PromptAsync();

        await SayAsync(Reason);

        Assert.Equal("pending", Bot.Erp.StandIn.Status(first));
        Assert.Equal("rejected", Bot.Erp.StandIn.Status(second));
        Assert.Equal(
            ["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"],
            Bot.Telegram.Buttons(BudgetHolder, first)
        );
        Assert.DoesNotContain(Bot.Telegram.Messages(Chat), message => message.Markup.ForceReply);
    }

    [Fact]
    public async Task Reason_that_comes_too_late_by_a_hair_is_not_called_accepted()
    {
        Bot.Erp.Confidential.Add(Reason);
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(FinancialManager, id, "Отклонить");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(FinancialManager, id, "Своя причина");
        await Bot.SettleAsync();

        await Task.WhenAll(
            Bot.Telegram.SayAsync(FinancialManager, Reason),
            Bot.Telegram.TapAsync(SecondFinancialManager, id, "Approve")
        );
        await Bot.SettleAsync();

        var rejected = Bot.Erp.StandIn.Status(id) is "rejected";
        var said = Bot.Telegram.Messages(FinancialManager.Telegram.Id).Select(message => message.Text.Plain);
        Assert.Equal(rejected, said.Any(text => text.Contains("Причина принята", StringComparison.Ordinal)));
        Assert.Equal(2, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task Begun_rejection_is_forgotten_after_a_day()
    {
        var id = await PromptAsync();
        await Bot.Queues.RunForAsync(TimeSpan.FromHours(25));

        await SayAsync(Reason);

        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
    }

    [Fact]
    public async Task Approver_may_approve_instead_of_giving_the_reason()
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Отклонить");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Своя причина");
        await Bot.SettleAsync();

        await Bot.Telegram.TapAsync(Chat, card, TelegramClerk.Data(card, "Согласовать"));
        await Bot.SettleAsync();
        await SayAsync(Reason);

        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.Equal("pending", Bot.Erp.StandIn.Status(id));
        Assert.DoesNotContain(Bot.Telegram.Messages(Chat), message => message.Markup.ForceReply);
    }

    private async Task<string> PromptAsync()
    {
        Bot.Erp.Confidential.Add(Reason);
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Отклонить");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Своя причина");
        await Bot.SettleAsync();
        return id;
    }

    private async Task SayAsync(string text, long? replyTo = null)
    {
        await Bot.Telegram.SayAsync(BudgetHolder, text, replyTo);
        await Bot.SettleAsync();
    }
}

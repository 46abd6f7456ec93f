using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App;

public sealed class TapTests : BotTest
{
    [Fact]
    public async Task Two_approvers_at_once_make_one_decision_and_the_other_sees_who_won()
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        var toasts = await Task.WhenAll(
            Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать"),
            Bot.Telegram.TapAsync(SecondFinancialManager, id, "Approve")
        );
        await Bot.SettleAsync();

        var russianWon = toasts[0]!.Contains("принято", StringComparison.Ordinal);
        var loser = russianWon ? toasts[1]! : toasts[0]!;
        var winner = russianWon ? FinancialManager : SecondFinancialManager;
        Assert.Contains(winner.Erp.Name, loser, StringComparison.Ordinal);
        Assert.Equal(2, Bot.Erp.Applied(id));
        Assert.Equal(2, Bot.Erp.Answers(id).Count);
        Assert.Empty(Bot.Telegram.Buttons(FinancialManager, id));
        Assert.Empty(Bot.Telegram.Buttons(SecondFinancialManager, id));
    }

    [Fact]
    public async Task Opposite_taps_of_one_approver_at_once_make_one_decision()
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Отклонить");
        await Bot.SettleAsync();
        var reject = TelegramClerk.Data(Bot.Telegram.Card(BudgetHolder, id), "Нет в бюджете");
        var approve = TelegramClerk.Data(card, "Согласовать");

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(turn => Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, card, turn % 2 == 0 ? approve : reject))
        );
        await Bot.SettleAsync();

        Assert.Single(Bot.Erp.Answers(id));
    }

    [Fact]
    public async Task Double_tap_decides_once()
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var approve = TelegramClerk.Data(card, "Согласовать");

        var first = await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, card, approve);
        var second = await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, card, approve);
        await Bot.SettleAsync();

        Assert.Equal("Решение «согласовать» принято, передаём в ERP", first.Toast);
        Assert.Equal("Ваше решение уже есть: «согласовать».", second.Toast);
        Assert.Single(Bot.Erp.Answers(id));
    }

    [Fact]
    public async Task Tap_after_the_end_says_how_it_ended()
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var approve = TelegramClerk.Data(card, "Согласовать");
        Bot.Erp.StandIn.Withdraw(id);
        await Bot.SettleAsync();

        var tap = await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, card, approve);
        await Bot.SettleAsync();

        Assert.Equal("Заявка отозвана.", tap.Toast);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
    }

    [Fact]
    public async Task Tap_on_an_old_revision_is_refused_and_the_card_shows_the_new()
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        Bot.Erp.StandIn.ChangeAmount(id, "99999.00");
        await Bot.Erp.FlushAsync();

        var tap = await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, card, TelegramClerk.Data(card, "Согласовать"));
        await Bot.SettleAsync();

        Assert.StartsWith("Заявка изменилась", tap.Toast, StringComparison.Ordinal);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
        Assert.Contains("99", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Equal(
            "Решение «согласовать» принято, передаём в ERP",
            await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать")
        );
        await Bot.SettleAsync();
        Assert.Equal(1, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task Forged_taps_decide_nothing_and_get_a_polite_answer()
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var group = Bot.Telegram.Card(TreasuryChatId, id);
        var own = Bot.Telegram.Card(Initiator, id);
        var approve = TelegramClerk.Data(card, "Согласовать");
        var holder = BudgetHolder.Telegram.Id;
        (long User, ChatMessage Message, string Data)[] taps =
        [
            (holder, card, "approve"),
            (holder, card, string.Empty),
            (holder, card, new string('A', approve.Length)),
            (holder, card, Flip(approve)),
            (holder, card, new string('я', 32)),
            (holder, group, approve),
            (Initiator.Telegram.Id, card, approve),
            (Initiator.Telegram.Id, own, approve),
            (Treasurer.Telegram.Id, group, approve),
        ];

        foreach (var (user, message, data) in taps)
        {
            Assert.Equal("Эта кнопка вам недоступна.", (await Bot.Telegram.TapAsync(user, message, data)).Toast);
        }

        await Bot.SettleAsync();
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
        Assert.Empty((await Bot.Erp.StateAsync(id))["decisions"]!.AsArray());
        Assert.DoesNotContain(Bot.Logs.Lines, line => line.Contains(approve, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tap_of_an_unknown_group_member_decides_nothing()
    {
        var id = await Bot.AnnounceAsync();
        var group = Bot.Telegram.Card(TreasuryChatId, id);
        var approve = TelegramClerk.Data(Bot.Telegram.Card(BudgetHolder, id), "Согласовать");

        var tap = await Bot.Telegram.TapAsync(Company.Stranger.Telegram.Id, group, approve);
        await Bot.SettleAsync();

        Assert.Contains("не подключён", tap.Toast, StringComparison.Ordinal);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
    }

    [Fact]
    public async Task Approver_of_a_passed_stage_cannot_decide_for_the_next()
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var approve = TelegramClerk.Data(card, "Согласовать");
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, card, approve);
        await Bot.SettleAsync();

        Assert.Equal(1, Bot.Erp.DecisionCalls(id));
    }

    private static string Flip(string data) => (data[0] == 'B' ? 'C' : 'B') + data[1..];
}

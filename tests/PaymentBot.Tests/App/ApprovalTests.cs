using PaymentBot.Sandbox.Hosting;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App;

public sealed class ApprovalTests : BotTest
{
    [Fact]
    public async Task Three_stages_are_approved_and_every_earlier_card_follows()
    {
        var id = await Bot.AnnounceAsync();
        Assert.Equal(
            ["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"],
            Bot.Telegram.Buttons(BudgetHolder, id)
        );
        Assert.Empty(Bot.Telegram.Cards(FinancialManager.Telegram.Id, id));

        await ApproveAsync(BudgetHolder, id, "Согласовать");
        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.Contains("Ваше решение: согласовать", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Contains("Соколова", Bot.Telegram.Card(TreasuryChatId, id).Text.Plain, StringComparison.Ordinal);
        Assert.Contains("Соколова", Bot.Telegram.Text(Initiator, id), StringComparison.Ordinal);

        await ApproveAsync(SecondFinancialManager, id, "Approve");
        Assert.Empty(Bot.Telegram.Buttons(FinancialManager, id));
        Assert.Contains("Миллер Джеймс", Bot.Telegram.Text(FinancialManager, id), StringComparison.Ordinal);

        await ApproveAsync(Treasurer, id, "Согласовать");
        Assert.Equal("approved", Bot.Erp.StandIn.Status(id));
        Assert.Equal(3, Bot.Erp.Applied(id));
        foreach (var person in All)
        {
            var said = person == SecondFinancialManager ? "approved" : "согласована";
            Assert.Contains(said, Bot.Telegram.Text(person, id), StringComparison.OrdinalIgnoreCase);
            Assert.Empty(Bot.Telegram.Buttons(person, id));
        }

        Assert.Contains(
            "Заявка согласована",
            Bot.Telegram.Card(TreasuryChatId, id).Text.Plain,
            StringComparison.Ordinal
        );
        Assert.Empty(await Bot.Queues.PoisonAsync());
    }

    [Fact]
    public async Task Erp_is_told_every_delivery_and_decision()
    {
        var id = await Bot.AnnounceAsync();
        await ApproveAsync(BudgetHolder, id, "Согласовать");

        var state = await Bot.Erp.StateAsync(id);

        Assert.Equal((2, "pending", 2), ((int)state["revision"]!, (string)state["status"]!, (int)state["stage"]!));
        Assert.Equal(5, state["deliveries"]!.AsArray().Count);
        Assert.All(
            state["deliveries"]!.AsArray(),
            delivery => Assert.Equal(("delivered", 2), ((string)delivery!["state"]!, (int)delivery["revision"]!))
        );
        var decision = await Bot.Erp.DecisionAsync(id);
        Assert.Equal(
            ("confirmed", "approve", BudgetHolder.Erp.ErpId),
            ((string)decision["state"]!, (string)decision["decision"]!, (string)decision["actor"]!)
        );
    }

    [Fact]
    public async Task Initiator_and_group_have_cards_without_buttons()
    {
        var id = await Bot.AnnounceAsync();

        Assert.Contains("Ваша заявка на согласовании", Bot.Telegram.Text(Initiator, id), StringComparison.Ordinal);
        Assert.Empty(Bot.Telegram.Buttons(Initiator, id));
        Assert.DoesNotContain(
            Bot.Telegram.Card(TreasuryChatId, id).Markup.Buttons,
            button => button.CallbackData is not null
        );
    }

    [Fact]
    public async Task Until_the_erp_has_answered_no_card_says_approved()
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Queues.RunForAsync(TimeSpan.FromSeconds(5));
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");

        await Bot.Queues.RunDueAsync(QueueName.Deliveries);

        var card = Bot.Telegram.Card(BudgetHolder, id);
        Assert.Contains("Передаём решение в ERP", card.Text.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain("огласована", card.Text.Plain, StringComparison.Ordinal);
        Assert.Empty(TelegramClerk.Buttons(card));
        await Bot.SettleAsync();
    }

    [Fact]
    public async Task Unlinked_approver_is_listed_and_the_card_arrives_once_linked()
    {
        await Bot.UnlinkAsync(BudgetHolder);
        var id = await Bot.AnnounceAsync();
        Assert.Equal([BudgetHolder.Erp.ErpId], Bot.Erp.LastAnswer.Names("unlinked"));
        Assert.Empty(Bot.Telegram.Cards(BudgetHolder.Telegram.Id, id));
        Assert.Equal("unlinked", (string)(await Bot.Erp.DeliveryAsync(id, BudgetHolder.Erp.ErpId))["state"]!);

        await Bot.LinkAsync(BudgetHolder);
        await Bot.SettleAsync();

        Assert.Contains("Нужно ваше решение", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Equal("delivered", (string)(await Bot.Erp.DeliveryAsync(id, BudgetHolder.Erp.ErpId))["state"]!);
    }

    [Fact]
    public async Task Link_removed_takes_the_buttons_away_and_the_old_button_decides_nothing()
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var approve = TelegramClerk.Data(card, "Согласовать");

        await Bot.UnlinkAsync(BudgetHolder);
        await Bot.SettleAsync();

        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.Contains("Этот чат отключён", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        var tap = await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, card, approve);
        await Bot.SettleAsync();
        Assert.Contains("/start", tap.Toast, StringComparison.Ordinal);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
    }

    [Fact]
    public async Task Relinked_to_another_account_the_card_moves_there()
    {
        var id = await Bot.AnnounceAsync();
        var old = Bot.Telegram.Card(BudgetHolder, id);
        var approve = TelegramClerk.Data(old, "Согласовать");

        await Bot.LinkAsync(Company.Stranger.Telegram, BudgetHolder.Erp.ErpId);
        await Bot.SettleAsync();

        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.Contains("Нужно ваше решение", Bot.Telegram.Text(Company.Stranger, id), StringComparison.Ordinal);
        await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, old, approve);
        await Bot.SettleAsync();
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
        await ApproveAsync(Company.Stranger, id, "Согласовать");
        Assert.Equal(1, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task Withdrawn_request_loses_its_buttons_everywhere()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Erp.StandIn.Withdraw(id);
        await Bot.SettleAsync();

        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.Contains("отозвана", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Contains("отозвана", Bot.Telegram.Text(Initiator, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_speak_the_language_of_their_reader()
    {
        var id = await Bot.AnnounceAsync();
        await ApproveAsync(BudgetHolder, id, "Согласовать");

        var english = Bot.Telegram.Card(SecondFinancialManager, id);
        Assert.Contains("Approve", english.Markup.Buttons.First().Text, StringComparison.Ordinal);
        Assert.Contains("Согласовать", Bot.Telegram.Buttons(FinancialManager, id)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_and_login_say_what_to_do()
    {
        await Bot.Telegram.SayAsync(Company.Stranger, "/start");
        await Bot.SettleAsync();
        Assert.Contains("1999", Bot.Telegram.Last(1999).Text.Plain, StringComparison.Ordinal);

        await Bot.Telegram.SayAsync(Company.Stranger, "/login");
        await Bot.SettleAsync();
        Assert.Contains("Подключает администратор", Bot.Telegram.Last(1999).Text.Plain, StringComparison.Ordinal);

        await Bot.AnnounceAsync();
        await Bot.Telegram.SayAsync(BudgetHolder, "/start");
        await Bot.SettleAsync();
        Assert.Contains(
            "ждёт 1 заявка",
            Bot.Telegram.Last(BudgetHolder.Telegram.Id).Text.Plain,
            StringComparison.Ordinal
        );
    }

    private async Task ApproveAsync(SandboxPerson person, string id, string button)
    {
        await Bot.Telegram.TapAsync(person, id, button);
        await Bot.SettleAsync();
    }
}

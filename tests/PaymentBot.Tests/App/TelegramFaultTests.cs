using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App;

public sealed class TelegramFaultTests : BotTest
{
    /// <summary>One person has to be the only recipient of a card, and to approve it.</summary>
    internal override HarnessOptions Options { get; } =
        new()
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Approvals:FourEyes"] = "false" },
        };

    [Fact]
    public async Task Card_whose_row_others_change_all_the_time_is_sent_once()
    {
        var id = Bot.Erp.Create(1);
        await Bot.Erp.FlushAsync();
        await Bot.Queues.RunDueAsync(QueueName.Notifications);
        Bot.Storage.LoseRaces(60);

        await Bot.SettleAsync();

        foreach (var chat in (long[])[BudgetHolder.Telegram.Id, Initiator.Telegram.Id, TreasuryChatId])
        {
            Assert.Single(Bot.Telegram.Cards(chat, id));
        }
    }

    [Fact]
    public async Task Too_many_requests_puts_the_card_back_with_its_retry_after()
    {
        Bot.Telegram.StandIn.Faults.Add(new TelegramFault(429, RetryAfter: 7, Method: "sendMessage"));

        var id = await Bot.AnnounceAsync();

        var calls = Bot.Telegram.Tape.Of("sendMessage");
        var refused = Assert.Single(calls, taped => taped.Call.Status == 429);
        var again = calls.First(taped => taped.ChatId == refused.ChatId && taped.Call.Status == 200);
        Assert.InRange(again.At - refused.At, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(9));
        Assert.Equal(4, calls.Count);
        Assert.Single(Bot.Telegram.Cards(refused.ChatId!.Value, id));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(429)]
    public async Task Faults_of_telegram_heal_without_loss_or_doubles(int status)
    {
        Bot.Telegram.StandIn.Faults.Add(new TelegramFault(status, Times: 10));

        var id = await Bot.AnnounceAsync();

        foreach (var chat in new[] { BudgetHolder.Telegram.Id, Initiator.Telegram.Id, TreasuryChatId })
        {
            Assert.Single(Bot.Telegram.Cards(chat, id));
        }

        Assert.Empty(await Bot.Queues.PoisonAsync());
    }

    [Fact]
    public async Task Lost_answer_is_unknown_then_sent_again_and_the_first_copy_is_adopted_when_tapped()
    {
        var id = Bot.Erp.Create(OnlyFor(BudgetHolder.Erp));
        Bot.Lost.LoseNext("sendMessage");
        await Bot.Queues.RunForAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("unknown", (string)(await Bot.Erp.DeliveryAsync(id, BudgetHolder.Erp.ErpId))["state"]!);
        var first = Bot.Telegram.Card(BudgetHolder, id);

        await Bot.SettleAsync();
        Assert.Equal("delivered", (string)(await Bot.Erp.DeliveryAsync(id, BudgetHolder.Erp.ErpId))["state"]!);
        Assert.Equal(2, Bot.Telegram.Cards(BudgetHolder.Telegram.Id, id).Count);

        var tap = await Bot.Telegram.TapAsync(
            BudgetHolder.Telegram.Id,
            first,
            TelegramClerk.Data(first, "Согласовать")
        );
        await Bot.SettleAsync();

        Assert.Contains("принято", tap.Toast, StringComparison.Ordinal);
        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.All(
            Bot.Telegram.Cards(BudgetHolder.Telegram.Id, id),
            card =>
            {
                Assert.Empty(TelegramClerk.Buttons(card));
                Assert.Contains("согласована", card.Text.Plain, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Copy_tapped_before_the_second_sending_becomes_the_card()
    {
        var id = Bot.Erp.Create(OnlyFor(BudgetHolder.Erp));
        Bot.Lost.LoseNext("sendMessage");
        await Bot.Queues.RunForAsync(TimeSpan.FromSeconds(10));

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.Equal(1, Bot.Erp.Applied(id));
    }

    /// <summary>The run that announced the cards ended before their jobs were put, and the second jobs get no answer.</summary>
    [Fact]
    public async Task Card_whose_only_job_came_as_a_second_one_and_got_no_answer_is_not_forgotten()
    {
        var id = Bot.Erp.Create(1);
        await Bot.Erp.FlushAsync();
        Bot.Queues.Chaos = new Chaos(Seed: 1, Twice: 0, Lose: 1);
        await Bot.Queues.RunDueAsync(QueueName.Notifications);
        Bot.Queues.Chaos = null;
        Bot.Clock.Advance(TimeSpan.FromSeconds(20));
        await Bot.Queues.LoseAsync(QueueName.Deliveries);
        Assert.Empty(Bot.Telegram.Cards(BudgetHolder.Telegram.Id, id));
        Bot.Lost.LoseNext("sendMessage", times: 3);

        await Bot.SettleAsync();

        Assert.Equal("delivered", (string)(await Bot.Erp.DeliveryAsync(id, BudgetHolder.Erp.ErpId))["state"]!);
        var newest = Bot.Telegram.Cards(BudgetHolder.Telegram.Id, id)[^1];
        await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, newest, TelegramClerk.Data(newest, "Согласовать"));
        await Bot.SettleAsync();
        Assert.Contains(
            "финансовый",
            Bot.Telegram.Cards(Initiator.Telegram.Id, id)[^1].Text.Plain,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Chat_whose_answers_stay_lost_is_not_flooded_with_copies()
    {
        var id = Bot.Erp.Create(OnlyFor(BudgetHolder.Erp));
        Bot.Lost.LoseNext("sendMessage", times: 1000);

        await Bot.Queues.RunForAsync(TimeSpan.FromHours(24));

        Assert.InRange(Bot.Telegram.Cards(BudgetHolder.Telegram.Id, id).Count, 2, 6);
        Assert.Equal("unknown", (string)(await Bot.Erp.DeliveryAsync(id, BudgetHolder.Erp.ErpId))["state"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Blocked_user_is_unreachable_and_gets_the_waiting_cards_once_back(bool byMembership)
    {
        await Bot.Telegram.SetBlockedAsync(FinancialManager, blocked: true, tell: false);
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Equal("unreachable", (string)(await Bot.Erp.DeliveryAsync(id, FinancialManager.Erp.ErpId))["state"]!);
        Assert.Single(Bot.Telegram.Cards(SecondFinancialManager.Telegram.Id, id));

        await Bot.Telegram.SetBlockedAsync(FinancialManager, blocked: false, tell: byMembership);
        if (!byMembership)
        {
            await Bot.Telegram.SayAsync(FinancialManager, "/start");
        }

        await Bot.SettleAsync();

        Assert.Equal(
            ["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"],
            Bot.Telegram.Buttons(FinancialManager, id)
        );
        Assert.Equal("delivered", (string)(await Bot.Erp.DeliveryAsync(id, FinancialManager.Erp.ErpId))["state"]!);
    }

    [Fact]
    public async Task User_who_is_back_and_writes_anything_gets_the_waiting_cards()
    {
        await Bot.Telegram.SetBlockedAsync(BudgetHolder, blocked: true, tell: true);
        var id = await Bot.AnnounceAsync();

        await Bot.Telegram.SetBlockedAsync(BudgetHolder, blocked: false, tell: false);
        await Bot.Telegram.SayAsync(BudgetHolder, "я вернулась");
        await Bot.SettleAsync();

        Assert.Equal(
            ["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"],
            Bot.Telegram.Buttons(BudgetHolder, id)
        );
    }

    [Fact]
    public async Task Blocked_user_with_a_card_gets_its_new_state_once_back()
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.SetBlockedAsync(BudgetHolder, blocked: true, tell: true);
        Bot.Erp.StandIn.ChangeAmount(id, "123.00");
        await Bot.SettleAsync();

        await Bot.Telegram.SetBlockedAsync(BudgetHolder, blocked: false, tell: true);
        await Bot.SettleAsync();

        Assert.Contains("123", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_message_is_replaced_by_a_new_card()
    {
        var id = await Bot.AnnounceAsync();
        var old = Bot.Telegram.Card(BudgetHolder, id);
        Bot.Telegram.StandIn.World.Within(BudgetHolder.Telegram.Id, chat => chat.Messages.Remove(old.MessageId));
        Bot.Erp.StandIn.ChangeAmount(id, "321.00");

        await Bot.SettleAsync();

        Assert.NotEqual(old.MessageId, Bot.Telegram.Card(BudgetHolder, id).MessageId);
        Assert.Contains("321", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Equal(1, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task Group_that_became_a_supergroup_gets_its_cards_there()
    {
        const long newId = -1001700000777;
        await StartAnewAsync(new HarnessOptions { MoreGroups = [new TelegramGroup(newId, "Казначейство", [])] });
        var before = await Bot.AnnounceAsync();
        Bot.Telegram.StandIn.World.Within(TreasuryChatId, chat => chat.MigratedTo = newId);

        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, before, "Согласовать");
        await Bot.SettleAsync();

        Assert.Single(Bot.Telegram.Cards(newId, id));
        Assert.Empty(Bot.Telegram.Cards(TreasuryChatId, id));
        Assert.Contains("Соколова", Bot.Telegram.Card(TreasuryChatId, before).Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_to_a_group_that_became_a_supergroup_arrives_there()
    {
        const long newId = -1001700000777;
        await StartAnewAsync(
            new HarnessOptions
            {
                MoreGroups = [new TelegramGroup(newId, "Казначейство", [])],
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Erp:OutboundKey"] = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                    ["Bot:OperatorChatId"] = $"{TreasuryChatId}",
                },
            }
        );
        var id = await Bot.AnnounceAsync();
        Bot.Telegram.StandIn.World.Within(TreasuryChatId, chat => chat.MigratedTo = newId);

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        Assert.Contains("HTTP 401", Bot.Telegram.Last(newId).Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_that_threw_the_bot_out_fails_alone()
    {
        Bot.Telegram.StandIn.Actions.SetMembership(TreasuryChatId, BotMembership.Kicked, Initiator.Telegram.Id);

        var id = await Bot.AnnounceAsync();

        Assert.Equal("unreachable", (string)(await Bot.Erp.DeliveryAsync(id, "treasury"))["state"]!);
        Assert.Single(Bot.Telegram.Cards(BudgetHolder.Telegram.Id, id));
    }

    private static System.Text.Json.Nodes.JsonObject OnlyFor(ErpPerson person)
    {
        var snapshot = SampleRequests.Get(1);
        snapshot["groups"] = new System.Text.Json.Nodes.JsonArray();
        snapshot["initiator"] = person.ToJson();
        snapshot["route"] = new System.Text.Json.Nodes.JsonArray(
            new System.Text.Json.Nodes.JsonObject
            {
                ["stage"] = 1,
                ["role"] = "budgetHolder",
                ["rule"] = "any",
                ["state"] = "current",
                ["approvers"] = new System.Text.Json.Nodes.JsonArray(person.ToJson()),
            }
        );
        return snapshot;
    }
}

using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App;

public sealed class WebhookTests : BotTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sandbox-webhook-secret-0123456789abcdeF")]
    [InlineData("sandbox-webhook-secret-0123456789abcdef0")]
    public async Task Wrong_or_missing_secret_is_refused(string? secret)
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var update = new JsonObject
        {
            ["update_id"] = 1,
            ["callback_query"] = Bot.Telegram.TapOf(
                BudgetHolder.Telegram.Id,
                card,
                TelegramClerk.Data(card, "Согласовать")
            ),
        };

        Assert.Equal(401, (await Bot.Telegram.PostAsync(update.ToJsonString(), secret)).Status);
        await Bot.SettleAsync();
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
    }

    [Theory]
    [InlineData("not json", 400)]
    [InlineData("", 400)]
    [InlineData("[]", 400)]
    [InlineData("{}", 400)]
    [InlineData("{\"update_id\":5}", 200)]
    [InlineData("{\"update_id\":6,\"brand_new_kind\":{\"a\":1}}", 200)]
    [InlineData("{\"update_id\":7,\"poll\":{\"id\":\"1\",\"novelty\":[]}}", 200)]
    public async Task Odd_bodies_do_no_harm(string body, int status)
    {
        Assert.Equal(status, (await Bot.Telegram.PostAsync(body, BotSettings.WebhookSecret)).Status);

        await Bot.SettleAsync();
        Assert.Empty(Bot.Telegram.Tape.Calls);
        await Bot.Telegram.SayAsync(BudgetHolder, "/start");
        await Bot.SettleAsync();
        Assert.NotEmpty(Bot.Telegram.Messages(BudgetHolder.Telegram.Id));
    }

    [Fact]
    public async Task Body_over_a_megabyte_is_refused() =>
        Assert.Equal(
            413,
            (await Bot.Telegram.PostAsync(new string(' ', (1024 * 1024) + 1), BotSettings.WebhookSecret)).Status
        );

    [Fact]
    public async Task Deciding_tap_that_comes_again_is_answered_alike_whenever_that_is()
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var tap = Bot.Telegram.TapOf(BudgetHolder.Telegram.Id, card, TelegramClerk.Data(card, "Согласовать"));
        var first = await Bot.Telegram.PostAsync(77, "callback_query", tap.DeepClone());
        var second = await Bot.Telegram.PostAsync(77, "callback_query", tap.DeepClone());
        await Bot.SettleAsync();

        await Bot.Queues.RunForAsync(TimeSpan.FromHours(49));
        var third = await Bot.Telegram.PostAsync(77, "callback_query", tap.DeepClone());
        var another = await Bot.Telegram.PostAsync(78, "callback_query", tap.DeepClone());
        await Bot.SettleAsync();

        Assert.Equal(first, second);
        Assert.Equal(first, third);
        Assert.NotEqual(first, another);
        Assert.Equal(1, Bot.Erp.DecisionCalls(id));
    }

    [Fact]
    public async Task Update_that_comes_again_within_two_days_is_answered_alike_and_does_nothing()
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var tap = Bot.Telegram.TapOf(BudgetHolder.Telegram.Id, card, TelegramClerk.Data(card, "Отклонить"));
        var first = await Bot.Telegram.PostAsync(77, "callback_query", tap.DeepClone());
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "← Назад");
        await Bot.SettleAsync();

        await Bot.Queues.RunForAsync(TimeSpan.FromHours(47));
        var second = await Bot.Telegram.PostAsync(77, "callback_query", tap.DeepClone());
        await Bot.SettleAsync();
        var afterSecond = Bot.Telegram.Buttons(BudgetHolder, id);
        await Bot.Queues.RunForAsync(TimeSpan.FromHours(2));
        await Bot.Telegram.PostAsync(77, "callback_query", tap.DeepClone());
        await Bot.SettleAsync();

        Assert.Equal(first, second);
        Assert.Contains("Согласовать", string.Join(' ', afterSecond), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Согласовать",
            string.Join(' ', Bot.Telegram.Buttons(BudgetHolder, id)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Claim_whose_job_was_lost_reaches_the_erp_when_the_approver_taps_again()
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var approve = TelegramClerk.Data(card, "Согласовать");
        await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, card, approve);
        await Bot.Queues.LoseAsync(QueueName.Decisions);
        await Bot.SettleAsync();
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));

        await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, card, approve);
        await Bot.SettleAsync();

        Assert.Equal(1, Bot.Erp.DecisionCalls(id));
        Assert.Equal(1, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task Message_that_comes_again_is_answered_once()
    {
        var message = Bot.Telegram.StandIn.Actions.Say(1002, 1002, "/start");
        var json = new JsonObject
        {
            ["message_id"] = message.MessageId,
            ["date"] = 1,
            ["text"] = "/start",
            ["from"] = new JsonObject
            {
                ["id"] = 1002,
                ["is_bot"] = false,
                ["first_name"] = "Мария",
            },
            ["chat"] = new JsonObject { ["id"] = 1002, ["type"] = "private" },
        };

        await Bot.Telegram.PostAsync(78, "message", json.DeepClone());
        await Bot.Telegram.PostAsync(78, "message", json.DeepClone());
        await Bot.SettleAsync();

        Assert.Single(Bot.Telegram.Tape.Of("sendMessage"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Storage_failure_at_any_write_asks_for_the_update_again_and_loses_nothing(int writes)
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var tap = Bot.Telegram.TapOf(BudgetHolder.Telegram.Id, card, TelegramClerk.Data(card, "Согласовать"));

        Bot.Storage.FailAfterWrites(writes);
        var first = await Bot.Telegram.PostAsync(79, "callback_query", tap.DeepClone());
        Bot.Storage.Heal();
        Assert.Equal(writes < 3 ? 503 : 200, first.Status);
        var second = await Bot.Telegram.PostAsync(79, "callback_query", tap.DeepClone());
        await Bot.SettleAsync();

        Assert.Equal(200, second.Status);
        Assert.Single(Bot.Erp.Answers(id));
        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));
    }

    [Fact]
    public async Task Health_tells_live_and_ready()
    {
        using var http = new HttpClient();
        var address = new Uri(Bot.BotUrl, "/api/health");

        Assert.Equal("""{"live":true,"ready":true}""", await http.GetStringAsync(address));
        Bot.Storage.Down = true;
        using var response = await http.GetAsync(address);
        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal("""{"live":true,"ready":false}""", await response.Content.ReadAsStringAsync());
        Bot.Storage.Heal();
    }

    [Fact]
    public async Task Group_messages_and_anonymous_senders_get_no_answer()
    {
        var json = new JsonObject
        {
            ["message_id"] = 5,
            ["date"] = 1,
            ["text"] = "/start",
            ["from"] = new JsonObject
            {
                ["id"] = 1087968824,
                ["is_bot"] = true,
                ["first_name"] = "Group",
            },
            ["sender_chat"] = new JsonObject { ["id"] = TreasuryChatId, ["type"] = "supergroup" },
            ["chat"] = new JsonObject { ["id"] = TreasuryChatId, ["type"] = "supergroup" },
        };

        Assert.Equal(200, (await Bot.Telegram.PostAsync(80, "message", json)).Status);
        await Bot.SettleAsync();

        Assert.Empty(Bot.Telegram.Tape.Calls);
    }
}

using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Inbox;

public sealed class OpenRequestTests : InboxTest
{
    private const string NotFound = "Такой заявки нет или она вам недоступна.";

    [Fact]
    public async Task Deep_link_brings_the_card_to_the_bottom_and_leaves_one()
    {
        var id = await Bot.AnnounceAsync();
        var former = Bot.Telegram.Card(BudgetHolder, id);
        await Bot.AnnounceAsync(2);

        await SayAsync(BudgetHolder, Link(id));

        var card = Bot.Telegram.Card(BudgetHolder, id);
        Assert.Equal(Last(BudgetHolder).MessageId, card.MessageId);
        Assert.NotEqual(former.MessageId, card.MessageId);
        Assert.Equal(former.Text.Plain, card.Text.Plain);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.Contains("Ваше решение: согласовать", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_in_a_list_opens_its_request()
    {
        var ids = await AnnounceManyAsync(3);
        await SayAsync(BudgetHolder, "/pending");

        Assert.Equal("Карточка заявки внизу чата", await PressAsync(BudgetHolder, "2"));

        Assert.Equal(Last(BudgetHolder).MessageId, Bot.Telegram.Card(BudgetHolder, ids[1]).MessageId);
        Assert.All(ids, id => Assert.Single(Bot.Telegram.Cards(BudgetHolder.Telegram.Id, id)));
    }

    [Fact]
    public async Task Card_too_old_to_be_deleted_keeps_a_line_that_leads_down()
    {
        var id = await Bot.AnnounceAsync();
        var former = Bot.Telegram.Card(BudgetHolder, id);
        Bot.Clock.Advance(TimeSpan.FromHours(49));

        await SayAsync(BudgetHolder, Link(id));

        Assert.NotEqual(former.MessageId, Bot.Telegram.Card(BudgetHolder, id).MessageId);
        var pointer = Bot.Telegram.Messages(BudgetHolder.Telegram.Id).Single(m => m.MessageId == former.MessageId);
        Assert.Equal($"Карточка заявки {Bot.Erp.Number(id)} теперь ниже в чате.", pointer.Text.Plain);
        Assert.Empty(pointer.Markup.Buttons);
    }

    [Fact]
    public async Task Asking_again_and_again_leaves_one_card()
    {
        var id = await Bot.AnnounceAsync();
        for (var count = 0; count < 4; count++)
        {
            await Bot.Telegram.SayAsync(BudgetHolder, Link(id));
        }

        await Bot.SettleAsync();
        await SayAsync(BudgetHolder, Link(id));

        Assert.Equal(Last(BudgetHolder).MessageId, Bot.Telegram.Card(BudgetHolder, id).MessageId);
    }

    [Fact]
    public async Task Button_of_the_former_card_counts_while_the_new_one_is_on_its_way()
    {
        var id = await Bot.AnnounceAsync();
        var former = Bot.Telegram.Card(BudgetHolder, id);
        await Bot.Telegram.SayAsync(BudgetHolder, Link(id));

        var approve = TelegramClerk.Data(former, "Согласовать");
        var tap = await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, former, approve);
        await Bot.SettleAsync();

        Assert.Contains("принято", tap.Toast, StringComparison.Ordinal);
        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));
    }

    [Fact]
    public async Task Change_while_the_card_is_brought_down_shows_on_the_one_that_stays()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Erp.StandIn.ChangeAmount(id, "77777.00");
        await Bot.Telegram.SayAsync(BudgetHolder, Link(id));

        await Bot.SettleAsync();

        Assert.StartsWith("77\u00A0777,00", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_survives_when_telegram_fails_while_it_is_brought_down()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Telegram.StandIn.Faults.Add(new TelegramFault(429, RetryAfter: 3, Times: 2, Method: "sendMessage"));

        await SayAsync(BudgetHolder, Link(id));

        Assert.Contains("Согласовать", string.Concat(Bot.Telegram.Buttons(BudgetHolder, id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_of_others_and_one_that_does_not_exist_are_told_alike()
    {
        var id = Bot.Erp.Create(
            new JsonObject
            {
                ["route"] = new JsonArray(
                    new JsonObject
                    {
                        ["stage"] = 1,
                        ["role"] = "budgetHolder",
                        ["rule"] = "any",
                        ["state"] = "current",
                        ["approvers"] = new JsonArray(BudgetHolder.Erp.ToJson()),
                    }
                ),
            }
        );
        await Bot.SettleAsync();

        Assert.Equal(NotFound, await SayAsync(Treasurer, Link(id)));
        Assert.Equal(NotFound, await SayAsync(Treasurer, "/start r-AAAAAAAAAAAAAAAAAAAAAA"));
        Assert.Empty(Bot.Telegram.Cards(Treasurer.Telegram.Id, id));
        var stranger = await SayAsync(Company.Stranger, Link(id));
        Assert.DoesNotContain(Bot.Erp.Number(id), stranger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_approver_may_look_before_the_turn_comes()
    {
        var id = await Bot.AnnounceAsync();
        Assert.Empty(Bot.Telegram.Cards(Treasurer.Telegram.Id, id));

        await SayAsync(Treasurer, Link(id));

        Assert.Contains("Ваш этап впереди", Bot.Telegram.Text(Treasurer, id), StringComparison.Ordinal);
        Assert.Empty(Bot.Telegram.Buttons(Treasurer, id));
    }

    [Fact]
    public async Task Role_that_sees_all_gets_a_card_to_read_that_follows_every_change()
    {
        await StartAnewAsync(
            new HarnessOptions
            {
                MorePeople = [Company.Stranger with { Telegram = new(1998, "Ревизор", "Р") }],
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Bot:SeesAllRoles:0"] = "auditor",
                },
            }
        );
        var auditor = Company.Stranger with { Telegram = new(1998, "Ревизор", "Р") };
        var person = auditor.Erp.ToDirectoryJson();
        person["roles"] = new JsonArray("auditor");
        await Bot.Erp.PeopleAsync(new JsonObject { ["people"] = new JsonArray(person) }.ToJsonString());
        var id = await Bot.AnnounceAsync();

        await SayAsync(auditor, Link(id));

        Assert.Empty(Bot.Telegram.Buttons(auditor, id));
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Contains("финансовый менеджер", Bot.Telegram.Text(auditor, id), StringComparison.Ordinal);
    }
}

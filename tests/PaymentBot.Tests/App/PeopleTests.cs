using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Erp.People;
using PaymentBot.Tests.App.SignIn;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App;

public sealed class PeopleTests : SignInTest
{
    private const string Full = """
        {"people": [{"erpId": "p-1", "name": "  Иванов\nИван ", "email": "Ivanov+pay@Example.RU", "active": true,
          "roles": ["treasurer", "cashier"], "limits": [{"currency": "RUB", "amount": "1250000.50"}, {"currency": "EUR", "amount": 10}],
          "substitute": "p-2", "absences": [{"from": "2026-12-30", "to": "2027-01-08"}], "unknown": {"a": 1}}]}
        """;

    private PeopleStore People => Bot.Services.GetRequiredService<PeopleStore>();

    [Fact]
    public async Task Person_is_kept_as_announced()
    {
        var reply = await Bot.Erp.PeopleAsync(Full);

        Assert.Equal((200, """{"received":1,"created":1,"updated":0,"deactivated":0}"""), (reply.Status, reply.Text));
        var person = await FindAsync("p-1");
        Assert.Equal(
            ("Иванов Иван", "ivanov+pay@example.ru", true),
            (person!.Name, person.Email!.Value, person.Active)
        );
        Assert.Equal(["treasurer", "cashier"], person.Roles);
        Assert.Equal([new ApprovalLimit("RUB", 1250000.50m), new ApprovalLimit("EUR", 10)], person.Limits);
        Assert.Equal(new ErpId("p-2"), person.Substitute);
        Assert.Equal([new Absence(new DateOnly(2026, 12, 30), new DateOnly(2027, 1, 8))], person.Absences);
    }

    [Fact]
    public async Task Bare_list_is_taken_too_and_every_optional_field_may_be_empty()
    {
        var reply = await Bot.Erp.PeopleAsync(
            """[{"erpId":"p-1","name":"Иванов","email":"","active":true,"substitute":"00000000-0000-0000-0000-000000000000","roles":null}]"""
        );

        Assert.Equal(200, reply.Status);
        var person = await FindAsync("p-1");
        Assert.Null(person!.Email);
        Assert.Null(person.Substitute);
    }

    [Fact]
    public async Task Counts_tell_new_known_and_deactivated_people_apart()
    {
        await AnnounceAsync(Announced(Treasurer), Announced(BudgetHolder));

        var reply = await AnnounceAsync(
            Announced(Treasurer, active: false),
            Announced(BudgetHolder),
            Announced(Initiator)
        );

        Assert.Equal("""{"received":3,"created":1,"updated":2,"deactivated":1}""", reply.Text);
        Assert.EndsWith(
            "\"deactivated\":0}",
            (await AnnounceAsync(Announced(Treasurer, active: false))).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nobody_announced_is_fine() =>
        Assert.Equal("""{"received":0,"created":0,"updated":0,"deactivated":0}""", (await AnnounceAsync()).Text);

    [Fact]
    public async Task Repeated_call_is_answered_as_before_and_not_applied_over_a_later_one()
    {
        var body = new System.Text.Json.Nodes.JsonArray(Announced(Treasurer)).ToJsonString();
        var first = await Bot.Erp.PeopleAsync(body, new ErpCallOptions { WebhookId = "people-1" });
        await AnnounceAsync(Announced(Treasurer, active: false));

        var again = await Bot.Erp.PeopleAsync(body, new ErpCallOptions { WebhookId = "people-1" });

        Assert.Equal((200, first.Text), (again.Status, again.Text));
        Assert.False((await FindAsync(Treasurer.Erp.ErpId))!.Active);
    }

    [Fact]
    public async Task Webhook_id_with_another_body_is_refused()
    {
        await Bot.Erp.PeopleAsync(Full, new ErpCallOptions { WebhookId = "people-1" });

        var reply = await Bot.Erp.PeopleAsync("[]", new ErpCallOptions { WebhookId = "people-1" });

        Assert.Equal((422, "webhookIdReused"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Inactive_person_loses_access_at_once_and_the_open_cards_close()
    {
        await SignInAsync(BudgetHolder);
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var approve = TelegramClerk.Data(card, "Согласовать");

        await AnnounceAsync(Announced(BudgetHolder, active: false));
        var tap = await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, card, approve);
        await Bot.SettleAsync();

        Assert.StartsWith("Ваш Telegram не подключён.", tap.Toast, StringComparison.Ordinal);
        Assert.Empty(Bot.Erp.Answers(id));
        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.Null(await LinkOfAsync(BudgetHolder));
        Assert.Equal([TokenOf(BudgetHolder, 1)], Google.GivenBack);
        Assert.Equal(1, Said(BudgetHolder.Telegram.Id, "Ваш доступ отключён в ERP."));
        await AnnounceAsync(Announced(BudgetHolder, active: false));
        await Bot.SettleAsync();
        Assert.Equal(1, Said(BudgetHolder.Telegram.Id, "Ваш доступ отключён в ERP."));
    }

    [Fact]
    public async Task Inactive_person_loses_access_while_google_does_not_answer()
    {
        await SignInAsync(BudgetHolder);
        Google.Down = true;

        var reply = await AnnounceAsync(Announced(BudgetHolder, active: false));

        Assert.Equal(200, reply.Status);
        Assert.Null(await LinkOfAsync(BudgetHolder));
    }

    private ValueTask<DirectoryPerson?> FindAsync(string erpId) =>
        People.FindAsync(new ErpId(erpId), CancellationToken.None);
}

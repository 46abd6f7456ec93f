using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Approvals;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App;

public sealed class ErpFaultTests : BotTest
{
    [Fact]
    public async Task Erp_down_is_told_and_asked_again_with_growing_delay_until_it_heals()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Erp.StandIn.Faults = new ErpFaults { Down = true };
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.Queues.RunForAsync(TimeSpan.FromMinutes(10));

        var text = Bot.Telegram.Text(BudgetHolder, id);
        Assert.Contains("ERP пока не отвечает, повторяем отправку", text, StringComparison.Ordinal);
        Assert.DoesNotContain("согласована", text, StringComparison.Ordinal);
        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.Equal("sent", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);
        var times = Bot.Erp.StandIn.Ledger.Read(
            id,
            document => document.Log.FindAll(entry => entry.Kind is "decision").ConvertAll(entry => entry.At)
        )!;
        var delays = times.Zip(times.Skip(1), (before, after) => after - before).ToList();
        Assert.InRange(delays.Count, 6, 12);
        Assert.Equal(delays.Order(), delays);

        Bot.Erp.StandIn.Faults = new ErpFaults();
        await Bot.Queues.RunForAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.Equal("confirmed", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);
        Assert.Contains("Нужно ваше решение", Bot.Telegram.Text(FinancialManager, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erps_own_retry_after_is_kept()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Erp.StandIn.Faults = new ErpFaults { Down = true, RetryAfter = 90 };
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");

        await Bot.Queues.RunForAsync(TimeSpan.FromSeconds(89));
        Assert.Equal(1, Bot.Erp.DecisionCalls(id));
        await Bot.Queues.RunForAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(2, Bot.Erp.DecisionCalls(id));
    }

    [Fact]
    public async Task Decision_whose_answer_is_lost_is_applied_once()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Erp.Announces = false;
        Bot.Erp.StandIn.Faults = new ErpFaults { LoseAnswers = true };
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.Queues.RunForAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("sent", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);

        Bot.Erp.StandIn.Faults = new ErpFaults();
        await Bot.SettleAsync();

        Assert.Single(Bot.Erp.Answers(id));
        Assert.Equal("confirmed", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);
        Assert.Contains("Ваше решение: согласовать", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_because_the_document_changed_shows_the_new_one_and_can_be_decided_again()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Erp.Announces = false;
        Bot.Erp.StandIn.ChangeAmount(id, "77777.00");

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        var text = Bot.Telegram.Text(BudgetHolder, id);
        Assert.Contains("ERP не приняла ваше решение", text, StringComparison.Ordinal);
        Assert.Contains("заявка изменилась", text, StringComparison.Ordinal);
        Assert.Contains("77", text, StringComparison.Ordinal);
        Assert.Equal(
            ["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"],
            Bot.Telegram.Buttons(BudgetHolder, id)
        );
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.Contains("Нужно ваше решение", Bot.Telegram.Text(FinancialManager, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_of_the_same_revision_gives_the_buttons_back_with_the_reason()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Erp.StandIn.Faults = new ErpFaults { ClosedPeriod = true };

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        Assert.Contains("период закрыт", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Equal(
            ["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"],
            Bot.Telegram.Buttons(BudgetHolder, id)
        );
        var refused = await Bot.Erp.DecisionAsync(id);
        Assert.Equal(("refused", "closedPeriod"), ((string)refused["state"]!, (string)refused["reason"]!));

        Bot.Erp.StandIn.Faults = new ErpFaults();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.DoesNotContain("не приняла", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_that_overtakes_the_claim_which_replaces_a_refused_decision_waits_for_it()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Erp.StandIn.Faults = new ErpFaults { ClosedPeriod = true };
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Bot.Erp.StandIn.Faults = new ErpFaults();
        var decisions = Bot.Services.GetRequiredService<DecisionStore>();
        var refused = (await decisions.ListAsync(RequestKey.Of(new RequestId(id)), CancellationToken.None)).Single();
        var next = refused.Decision with { Id = "evt_AAAAAAAAAAAAAAAAAAAAAA", State = DecisionState.Decided };

        var job = new DecisionJob(refused.Key.Value, refused.RowKey, next.Id);
        await Bot.Services.GetRequiredService<JobSender>().SubmitAsync(job, TimeSpan.Zero, CancellationToken.None);
        await Bot.Queues.RunDueAsync(QueueName.Decisions);
        await decisions.ClaimAsync(next, StageRule.Any, before => before.InFlight, CancellationToken.None);
        await Bot.SettleAsync();

        Assert.Equal(1, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task Permanent_fault_is_shown_to_the_approver_and_told_to_the_operators()
    {
        const string otherKey = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        await StartAnewAsync(
            new HarnessOptions
            {
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Erp:OutboundKey"] = otherKey },
            }
        );
        var id = await Bot.AnnounceAsync();

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        Assert.Contains("Не удалось передать в ERP", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Equal(
            ["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"],
            Bot.Telegram.Buttons(BudgetHolder, id)
        );
        Assert.Contains("HTTP 401", Bot.Telegram.Last(Company.OperatorId).Text.Plain, StringComparison.Ordinal);
        var decision = await Bot.Erp.DecisionAsync(id);
        Assert.Equal(("failed", 1), ((string)decision["state"]!, (int)decision["attempts"]!));
    }

    [Fact]
    public async Task After_a_day_without_the_erp_the_decision_has_failed_and_can_be_made_again()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Erp.StandIn.Faults = new ErpFaults { Down = true };
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.Queues.RunForAsync(TimeSpan.FromHours(23));
        Assert.Equal("sent", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);

        await Bot.Queues.RunForAsync(TimeSpan.FromHours(2));

        Assert.Equal("failed", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);
        Assert.Contains("Не удалось передать в ERP", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Contains(
            "не передано в ERP",
            Bot.Telegram.Last(Company.OperatorId).Text.Plain,
            StringComparison.Ordinal
        );
        Bot.Erp.StandIn.Faults = new ErpFaults();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Equal(1, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task Slow_erp_shows_on_the_cards_that_the_decision_is_on_its_way()
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.Queues.RunDueAsync(QueueName.Deliveries);
        Bot.Erp.StandIn.Faults = new ErpFaults { Slow = TimeSpan.FromSeconds(10) };
        var before = Bot.Clock.ScheduledTimers;

        var submission = Bot.Queues.RunDueAsync(QueueName.Decisions);
        await Bot.Clock.WaitForTimersAsync(before + 4, CancellationToken.None);
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        await Bot.Queues.WaitAsync(QueueName.Notifications);
        await Bot.Queues.RunDueAsync(QueueName.Notifications);
        await Bot.Queues.RunDueAsync(QueueName.Deliveries);
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Bot.Queues.RunDueAsync(QueueName.Deliveries);

        const string handed = "Решение передано в ERP, ждём ответа";
        Assert.Contains(handed, Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Contains(handed, Bot.Telegram.Text(Initiator, id), StringComparison.Ordinal);
        Bot.Clock.Advance(TimeSpan.FromSeconds(7));
        await submission;
        await Bot.SettleAsync();
        Assert.Equal(1, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task Stage_that_needs_all_waits_for_all()
    {
        var snapshot = SampleRequests.Get(1);
        var route = new System.Text.Json.Nodes.JsonArray(
            Stage(1, "current", FinancialManager.Erp, SecondFinancialManager.Erp),
            Stage(2, "waiting", Treasurer.Erp)
        );
        snapshot["route"] = route;
        var id = Bot.Erp.Create(snapshot);
        await Bot.SettleAsync();

        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.Empty(Bot.Telegram.Cards(Treasurer.Telegram.Id, id));

        await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Approve");
        await Bot.SettleAsync();
        Assert.Equal(2, Bot.Erp.Applied(id));
        Assert.Contains("Нужно ваше решение", Bot.Telegram.Text(Treasurer, id), StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Stage(int number, string state, params ErpPerson[] people) =>
        new()
        {
            ["stage"] = number,
            ["role"] = "committee",
            ["rule"] = "all",
            ["state"] = state,
            ["approvers"] = new System.Text.Json.Nodes.JsonArray([.. people.Select(person => person.ToJson())]),
        };
}

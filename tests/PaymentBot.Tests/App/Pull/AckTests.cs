using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Pull;

public sealed class AckTests : PullTest
{
    [Fact]
    public async Task Same_acknowledgement_again_gets_the_same_answer_and_changes_nothing()
    {
        var id = await DecidedAsync();
        var ack = Decide(Decisions(await PollAsync())[0]!);
        var first = await AckAsync(ack);
        await Bot.SettleAsync();
        var settled = (await Bot.Erp.DecisionAsync(id)).ToJsonString();
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));

        var again = await AckAsync(ack, ack);
        await Bot.SettleAsync();

        Assert.Equal((200, 1), (first.Status, (int)first.Body!["acknowledged"]!));
        Assert.Equal((200, 2), (again.Status, (int)again.Body!["acknowledged"]!));
        Assert.Empty(again.Names("unknown"));
        Assert.Equal(settled, (await Bot.Erp.DecisionAsync(id)).ToJsonString());
    }

    [Fact]
    public async Task Unknown_decision_is_told_and_the_others_are_taken()
    {
        var id = await DecidedAsync();
        var stranger = new JsonObject { ["decisionId"] = "evt_nobody", ["outcome"] = "applied" };

        var reply = await AckAsync(stranger, Decide(Decisions(await PollAsync())[0]!));

        Assert.Equal((200, 1), (reply.Status, (int)reply.Body!["acknowledged"]!));
        Assert.Equal(["evt_nobody"], reply.Names("unknown"));
        Assert.Equal("confirmed", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);
    }

    [Fact]
    public async Task Refusal_shows_its_reason_and_gives_the_buttons_back()
    {
        Bot.Erp.StandIn.Faults = new ErpFaults { ClosedPeriod = true };
        var id = await DecidedAsync();
        Assert.Equal(1, await WorkAsync());

        Assert.Contains("период закрыт", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Equal(("refused", "closedPeriod"), await StateAsync(id));
        Bot.Erp.StandIn.Faults = new ErpFaults();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Equal(1, await WorkAsync());
        Assert.Contains("Нужно ваше решение", Bot.Telegram.Text(FinancialManager, id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amount", "a lot", 422, "/acks/1/snapshot/amount")]
    [InlineData("schema", "payment-request/9", 422, "/acks/1/snapshot/schema")]
    [InlineData("id", "another-request", 422, "/acks/1/snapshot/id")]
    public async Task Wrong_snapshot_is_named_and_nothing_of_the_call_is_taken(
        string field,
        string value,
        int status,
        string place
    )
    {
        var first = await DecidedAsync();
        var second = await DecidedAsync();
        var acks = Decisions(await PollAsync()).Select(decision => Decide(decision!)).ToList();
        acks[1]["snapshot"]![field] = value;

        var reply = await AckAsync(acks);

        Assert.Equal((status, place), (reply.Status, reply.Pointer));
        Assert.Equal(("sent", null), await StateAsync(first));
        Assert.Equal(("sent", null), await StateAsync(second));
        Assert.Equal(2, Decisions(await PollAsync()).Count);
    }

    [Theory]
    [InlineData("[]", 200, null)]
    [InlineData("{}", 400, "/acks")]
    [InlineData("nonsense", 400, null)]
    [InlineData("""{"acks":[{"outcome":"applied"}]}""", 400, "/acks/0/decisionId")]
    [InlineData("""{"acks":[{"decisionId":"evt_1"}]}""", 400, "/acks/0/outcome")]
    [InlineData("""{"acks":[{"decisionId":"evt_1","outcome":"perhaps"}]}""", 400, "/acks/0/outcome")]
    [InlineData("""{"acks":["evt_1"]}""", 400, "/acks/0")]
    public async Task Call_that_makes_no_sense_is_told_so(string body, int status, string? place)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        var reply = await Bot.Erp.SendAsync(HttpMethod.Post, "/api/erp/decisions/ack", bytes, null);
        Assert.Equal((status, place), (reply.Status, reply.Pointer));
    }

    [Fact]
    public async Task More_acknowledgements_than_were_handed_out_at_once_are_refused()
    {
        var ack = new JsonObject { ["decisionId"] = "evt_1", ["outcome"] = "applied" };
        Assert.Equal(200, (await AckAsync(Enumerable.Repeat(ack, 100))).Status);
        var reply = await AckAsync(Enumerable.Repeat(ack, 101));
        Assert.True(reply.Status is 400 or 422, reply.Text);
        Assert.Equal("/acks", reply.Pointer);
    }

    [Fact]
    public async Task Storage_that_fails_half_way_lets_the_same_call_finish_it()
    {
        var id = await DecidedAsync();
        var ack = Decide(Decisions(await PollAsync())[0]!);
        for (var writes = 0; writes < 12; writes++)
        {
            Bot.Storage.FailAfterWrites(writes);
            var reply = await AckAsync(ack);
            Assert.True(reply.Status is 200 or 503, reply.Text);
            Bot.Storage.Heal();
            Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(200, (await AckAsync(ack)).Status);
        await Bot.SettleAsync();
        Assert.Equal(("confirmed", null), await StateAsync(id));
        Assert.Contains("Нужно ваше решение", Bot.Telegram.Text(FinancialManager, id), StringComparison.Ordinal);
        Assert.Equal(204, (await PollAsync()).Status);
    }

    private async Task<(string State, string? Reason)> StateAsync(string id)
    {
        var decision = await Bot.Erp.DecisionAsync(id);
        return ((string)decision["state"]!, (string?)decision["reason"]);
    }
}

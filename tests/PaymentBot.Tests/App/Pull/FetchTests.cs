using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Pull;

public sealed class FetchTests : PullTest
{
    private TableEntity? _hidden;

    private ITableStore Tables => Bot.Services.GetRequiredService<ITableStore>();

    [Fact]
    public async Task Decision_is_fetched_and_acknowledged_and_every_card_follows()
    {
        var id = await DecidedAsync();
        Assert.DoesNotContain("согласована", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));

        var decision = Assert.Single(Decisions(await PollAsync()));
        await Bot.SettleAsync();
        Assert.Contains("передано в ERP, ждём ответа", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        var acked = await AckAsync(Decide(decision!));
        await Bot.SettleAsync();

        Assert.Equal((200, 1), (acked.Status, (int)acked.Body!["acknowledged"]!));
        Assert.Empty(acked.Names("unknown"));
        Assert.Equal("confirmed", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);
        Assert.Contains("Ваше решение: согласовать", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Contains("Нужно ваше решение", Bot.Telegram.Text(FinancialManager, id), StringComparison.Ordinal);
        Assert.Equal(204, (await PollAsync()).Status);
    }

    [Fact]
    public async Task Whole_route_is_approved_by_an_erp_that_nobody_can_call()
    {
        var id = await Bot.AnnounceAsync();
        foreach (var person in (SandboxPerson[])[BudgetHolder, FinancialManager, Treasurer])
        {
            await Bot.Telegram.TapAsync(person, id, "Согласовать");
            await Bot.SettleAsync();
            Assert.Equal(1, await WorkAsync());
        }

        Assert.Equal("approved", Bot.Erp.StandIn.Status(id));
        Assert.Contains("согласована", Bot.Telegram.Text(Initiator, id), StringComparison.Ordinal);
        Assert.Equal(3, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task Event_is_the_one_that_would_be_posted()
    {
        var id = await DecidedAsync();

        var decision = Assert.Single(Decisions(await PollAsync()))!;

        Assert.Equal("payment-request.decided.v1", (string)decision["type"]!);
        Assert.Equal((id, id), ((string)decision["subject"]!, (string)decision["data"]!["requestId"]!));
        Assert.Equal((string)decision["id"]!, IdOf(decision));
        Assert.Equal("approve", (string)decision["data"]!["decision"]!);
        Assert.Equal(BudgetHolder.Erp.ErpId, (string)decision["data"]!["actor"]!["erpId"]!);
    }

    [Fact]
    public async Task Without_a_cursor_it_comes_again_until_it_is_acknowledged_and_with_one_only_younger_ones_come()
    {
        await DecidedAsync();
        var first = await PollAsync();
        var again = await PollAsync();
        Assert.Equal(IdOf(Decisions(first)[0]!), IdOf(Decisions(again)[0]!));
        Assert.Equal(Cursor(first), Cursor(again));
        Assert.Equal(204, (await PollAsync($"?after={Cursor(first)}")).Status);

        await DecidedAsync();
        var younger = await PollAsync($"?after={Cursor(first)}");
        Assert.NotEqual(IdOf(Decisions(first)[0]!), IdOf(Assert.Single(Decisions(younger))!));
        var both = Decisions(await PollAsync("?after="));
        Assert.Equal([IdOf(Decisions(first)[0]!), IdOf(Decisions(younger)[0]!)], both.Select(IdOf!));
        Assert.Single(Decisions(await PollAsync("?limit=1")));
    }

    [Theory]
    [InlineData("?after=garbled!", "unknownCursor")]
    [InlineData("?after=AAAA", "unknownCursor")]
    [InlineData("?after=MDYzOTA4MDAwMDAwMDAwMDAwMC1ldnRfbm9ib2R5", "unknownCursor")]
    [InlineData("?wait=soon", "wrongParameter")]
    [InlineData("?wait=-1", "wrongParameter")]
    [InlineData("?limit=0", "wrongParameter")]
    public async Task Call_that_makes_no_sense_is_told_so(string query, string code)
    {
        var reply = await PollAsync(query);
        Assert.Equal((400, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Call_without_a_signature_gets_nothing()
    {
        await DecidedAsync();
        var options = new ErpCallOptions { Signature = "v1,AAAA" };
        var poll = await Bot.Erp.SendAsync(HttpMethod.Get, "/api/erp/decisions", [], options);
        var ack = await Bot.Erp.SendAsync(HttpMethod.Post, "/api/erp/decisions/ack", "{}"u8.ToArray(), options);
        Assert.Equal((401, 401), (poll.Status, ack.Status));
        Assert.DoesNotContain("evt_", poll.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Longer_waits_and_larger_limits_are_cut()
    {
        await DecidedAsync();
        Assert.Single(Decisions(await PollAsync("?wait=3600&limit=5000")));
    }

    [Fact]
    public async Task Bot_that_posts_says_that_there_is_nothing_to_fetch()
    {
        await StartAnewAsync(new HarnessOptions());
        var reply = await PollAsync("?wait=25");
        Assert.Equal((409, "pullIsOff"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Decision_that_came_in_behind_those_handed_out_is_not_missed()
    {
        await DecidedAsync();
        var first = await PollAsync();
        await HideAsync(first);
        await DecidedAsync();
        var cursor = Cursor(await PollAsync());
        await ShowAsync();

        var late = await PollAsync($"?after={cursor}");
        Assert.Equal(IdOf(Decisions(first)[0]!), IdOf(Assert.Single(Decisions(late))!));

        // The answer is lost: with the same cursor it comes again, with the new one it does not.
        Assert.Single(Decisions(await PollAsync($"?after={cursor}")));
        Assert.Equal(204, (await PollAsync($"?after={Cursor(late)}")).Status);
        var acked = await AckAsync(Decide(Decisions(late)[0]!));
        Assert.Equal(1, (int)acked.Body!["acknowledged"]!);
        Assert.Single(Decisions(await PollAsync()));
    }

    /// <summary>As if another instance, slow, had not yet written the row whose place it has taken.</summary>
    private async Task HideAsync(ErpReply reply)
    {
        var row = (await WaitingAsync()).Single(row =>
            string.Equals(row.GetString("DecisionId"), IdOf(Decisions(reply)[0]!), StringComparison.Ordinal)
        );
        _hidden = new TableEntity(row.PartitionKey, row.RowKey)
        {
            ["Request"] = row["Request"],
            ["Row"] = row["Row"],
            ["DecisionId"] = row["DecisionId"],
        };
        await Tables.DeleteAsync(TableName.Outbox, row.PartitionKey, row.RowKey, null, default);
    }

    private async Task ShowAsync() => await Tables.InsertAsync(TableName.Outbox, _hidden!, default);

    private async Task<IReadOnlyList<TableEntity>> WaitingAsync() =>
        (await Tables.QueryAsync(TableName.Outbox, TableQuery.Partition("waiting"), null, default)).Rows;
}

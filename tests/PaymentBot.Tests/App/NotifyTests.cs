using System.Text;
using PaymentBot.Tests.App.Support;
using PaymentBot.Tests.Erp;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App;

public sealed class NotifyTests : BotTest
{
    private const string SecondKey = "whsec_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=";

    private readonly byte[] _sample = Encoding.UTF8.GetBytes(SnapshotSample.Json);

    internal override HarnessOptions Options { get; } =
        new()
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Erp:InboundKeys:1"] = SecondKey },
        };

    [Fact]
    public async Task Same_call_again_gets_the_same_answer_and_sends_nothing_twice()
    {
        Bot.Erp.Create(2);
        var message = Assert.Single(Bot.Erp.TakeAnnouncements());
        var call = new ErpCallOptions { WebhookId = message.WebhookId };
        var first = await Bot.Erp.NotifyAsync(message.Body, call);
        await Bot.SettleAsync();
        var sent = Bot.Telegram.Tape.Calls.Count;

        var second = await Bot.Erp.NotifyAsync(message.Body, call);
        await Bot.SettleAsync();

        Assert.Equal((202, first.Text), (second.Status, second.Text));
        Assert.Equal(3, second.Names("missingAttachments").Length);
        Assert.Equal(new[] { BudgetHolder.Erp.ErpId, Initiator.Erp.ErpId }.Order(), second.Names("notified").Order());
        Assert.Equal(sent, Bot.Telegram.Tape.Calls.Count);
    }

    [Fact]
    public async Task Older_revision_is_answered_stale_and_changes_nothing()
    {
        var id = await Bot.AnnounceAsync();
        var old = Bot.Erp.Snapshot(id);
        Bot.Erp.StandIn.ChangeAmount(id, "4.00");
        await Bot.SettleAsync();
        var sent = Bot.Telegram.Tape.Calls.Count;

        var reply = await Bot.Erp.NotifyAsync(old);
        await Bot.SettleAsync();

        Assert.Equal((200, true), (reply.Status, (bool?)reply.Body!["stale"]));
        Assert.Equal(2, (int)(await Bot.Erp.StateAsync(id))["revision"]!);
        Assert.Equal(sent, Bot.Telegram.Tape.Calls.Count);
    }

    [Fact]
    public async Task Revision_with_other_content_is_refused()
    {
        await Bot.Erp.NotifyAsync(_sample);

        var reply = await Bot.Erp.NotifyAsync(Spoil("/amount", "\"1.00\""));

        Assert.Equal((422, "revisionReused", "/revision"), (reply.Status, reply.Code, reply.Pointer));
        Assert.Equal("application/problem+json", reply.ContentType);
    }

    [Fact]
    public async Task Webhook_id_with_another_body_is_refused()
    {
        var call = new ErpCallOptions { WebhookId = "msg_1" };
        Assert.Equal(202, (await Bot.Erp.NotifyAsync(_sample, call)).Status);

        var reply = await Bot.Erp.NotifyAsync(Spoil("/revision", "8"), call);

        Assert.Equal((422, "webhookIdReused"), (reply.Status, reply.Code));
        Assert.Equal(7, (int)(await Bot.Erp.StateAsync(Id))["revision"]!);
    }

    [Fact]
    public async Task Both_keys_sign_at_once()
    {
        Assert.Equal(202, (await Bot.Erp.NotifyAsync(_sample)).Status);
        Assert.Equal(202, (await Bot.Erp.NotifyAsync(_sample, new ErpCallOptions { Key = SecondKey })).Status);
        var other = new ErpCallOptions { Key = SecondKey.Replace('B', 'C') };
        Assert.Equal(401, (await Bot.Erp.NotifyAsync(_sample, other)).Status);
    }

    [Theory]
    [InlineData(-299, 202)]
    [InlineData(299, 202)]
    [InlineData(-301, 401)]
    [InlineData(301, 401)]
    public async Task Replay_window_is_five_minutes(int secondsOff, int status)
    {
        var call = new ErpCallOptions { ClockOff = TimeSpan.FromSeconds(secondsOff) };

        Assert.Equal(status, (await Bot.Erp.NotifyAsync(_sample, call)).Status);
    }

    [Fact]
    public async Task State_of_an_unknown_request_is_404_and_needs_a_signature()
    {
        var unknown = await Bot.Erp.SendAsync(HttpMethod.Get, "/api/erp/requests/none", [], null);
        Assert.Equal((404, "requestNotFound"), (unknown.Status, unknown.Code));
        var bare = new ErpCallOptions { Signature = "v1,AAAA" };
        Assert.Equal(401, (await Bot.Erp.SendAsync(HttpMethod.Get, "/api/erp/requests/none", [], bare)).Status);
    }

    [Fact]
    public async Task Unknown_fields_and_a_bom_are_fine()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Spoil("/novelty", "{\"a\":[1]}")];

        Assert.Equal(202, (await Bot.Erp.NotifyAsync(body)).Status);
    }

    [Fact]
    public async Task Storage_failure_is_a_temporary_fault_and_the_next_try_works()
    {
        Bot.Storage.Down = true;
        var reply = await Bot.Erp.NotifyAsync(_sample);
        Assert.Equal((503, "storageUnavailable"), (reply.Status, reply.Code));
        Assert.NotNull(reply.RetryAfter);

        Bot.Storage.Heal();
        Assert.Equal(202, (await Bot.Erp.NotifyAsync(_sample)).Status);
    }

    [Fact]
    public async Task Card_to_the_initiator_who_also_approves_is_one()
    {
        var id = Bot.Erp.Create(1);
        var snapshot = System.Text.Json.Nodes.JsonNode.Parse(Bot.Erp.Snapshot(id))!;
        Bot.Erp.TakeAnnouncements();
        snapshot["initiator"] = BudgetHolder.Erp.ToJson();

        await Bot.Erp.NotifyAsync(Encoding.UTF8.GetBytes(snapshot.ToJsonString()));
        await Bot.SettleAsync();

        Assert.Equal(["❌ Отклонить"], Bot.Telegram.Buttons(BudgetHolder, id));
    }

    private static string Id => "6f1c0a52-0001-0001-0001-000000000001";

    private static byte[] Spoil(string path, string json) => Encoding.UTF8.GetBytes(SnapshotSample.With(path, json));
}

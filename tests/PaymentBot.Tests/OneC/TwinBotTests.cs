using System.Globalization;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.OneC;

/// <summary>The twin of the suite on the bot's side of the wire: what the cases say of one side, the other one keeps too.</summary>
public sealed class TwinBotTests : BotTest
{
    private static readonly string[] Troubles = ["http500", "http429", "slowBase"];

    public static TheoryData<string> Snapshots { get; } = CaseList.Names(entry => entry.IsOf("snapshot"));

    public static TheoryData<string> LocalTimes { get; } = CaseList.Names(entry => entry.IsOf("localTime"));

    public static TheoryData<string> Retries { get; } =
        CaseList.Names(entry => entry.IsOf("retry") && Troubles.Any(entry.Concerns));

    [Theory]
    [MemberData(nameof(Snapshots))]
    public async Task Snapshot_is_taken_and_a_replay_of_it_gets_the_same_answer(string name)
    {
        var body = CaseList.Find(name).Body("snapshot");
        var same = new ErpCallOptions { WebhookId = "msg_same" };

        var first = await Bot.Erp.NotifyAsync(body, same);
        var second = await Bot.Erp.NotifyAsync(body, same);
        var other = await Bot.Erp.NotifyAsync([.. body, (byte)' '], same);

        Assert.Equal((202, 202), (first.Status, second.Status));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal("webhookIdReused", other.Code);
    }

    [Theory]
    [MemberData(nameof(LocalTimes))]
    public async Task Local_time_is_that_of_the_base(string name)
    {
        var entry = CaseList.Find(name);

        var local = await HashAsync(entry.Text("local"));
        var full = await HashAsync(entry.Text("withOffset"));

        Assert.Equal(full, local);
    }

    [Fact]
    public async Task File_of_five_megabytes_is_taken_once()
    {
        var entry = CaseList.All.Single(entry => entry.IsOf("attachment"));
        var pattern = Enumerable.Range(0, 1024).Select(i => (byte)(i % 251)).ToArray();
        var content = Enumerable.Repeat(pattern, (int)entry["kilobytes"]!).SelectMany(part => part).ToArray();
        var (id, file) = (entry["snapshot"]!.Text("id"), entry["snapshot"]!["attachments"]![0]!.Text("id"));

        var wanted = (await Bot.Erp.NotifyAsync(entry.Body("snapshot"))).Names("missingAttachments");
        var first = await Bot.Erp.PutAsync(id, file, content);
        var second = await Bot.Erp.PutAsync(id, file, content);
        content[^1]++;
        var changed = await Bot.Erp.PutAsync(id, file, content);

        Assert.Equal([file], wanted);
        Assert.Equal((201, 204, 422), (first.Status, second.Status, changed.Status));
    }

    [Fact]
    public async Task Either_of_two_keys_opens()
    {
        var keys = CaseList.Find("Two keys make two signatures").Texts("keys");
        Bot.Override("Erp:InboundKeys:0", keys[1]);
        await Bot.RestartAsync();
        var body = CaseList.Find("A request as it is usual").Body("snapshot");
        var at = Bot.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var both = string.Join(' ', keys.Select(key => WebhookSignature.Sign(key, "msg_two", at, body)));

        var taken = await Bot.Erp.NotifyAsync(body, new ErpCallOptions { WebhookId = "msg_two", Signature = both });
        var refused = await Bot.Erp.NotifyAsync(body, new ErpCallOptions { Key = keys[0] });

        Assert.Equal((202, 401), (taken.Status, refused.Status));
    }

    [Theory]
    [MemberData(nameof(Retries))]
    public async Task Bot_is_as_patient_with_the_base_as_the_base_with_the_bot(string name)
    {
        var steps = CaseList.Find(name)["steps"]!.AsArray().SkipLast(1).Select(step => Answer(step!)).ToList();
        await using var erp = new StubErp(steps, Bot.Clock);
        Bot.Override("Erp:DecisionUrl", (await erp.StartAsync()).ToString());
        await Bot.RestartAsync();
        var id = await Bot.AnnounceAsync();

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.Queues.RunForAsync(TimeSpan.FromHours(2));

        Assert.Equal(steps.Count + 1, erp.Calls.Count);
        Assert.Equal("confirmed", (string)(await Bot.Erp.DecisionAsync(id))["state"]!);
        var pauses = erp.Calls.Zip(erp.Calls.Skip(1), (before, after) => (after - before).TotalSeconds).ToList();
        Assert.All(pauses.Zip(steps), pair => Assert.True(pair.First >= Math.Min(pair.Second.RetryAfter ?? 1, 3600)));
    }

    private static (int Status, int? RetryAfter) Answer(JsonNode step) =>
        ((int?)step["answer"]?["code"] ?? 0, (int?)step["answer"]?["retryAfter"]);

    private async Task<string> HashAsync(string date)
    {
        var snapshot = CaseList.Find("A request as it is usual")["snapshot"]!.DeepClone();
        snapshot["id"] = "local-time";
        snapshot["date"] = date;
        var reply = await Bot.Erp.NotifyAsync(System.Text.Encoding.UTF8.GetBytes(snapshot.ToJsonString()));
        Assert.True(reply.Status == 202, reply.Text);
        return (string)reply.Body!["contentHash"]!;
    }
}

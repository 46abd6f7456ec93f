using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosted;

[Collection(HostedGroup.Name)]
public sealed class HostedPlayTests(HostedFixture fixture) : IAsyncLifetime
{
    private HostedWorld _world = null!;

    public async Task InitializeAsync() => _world = await HostedWorld.StartAsync(fixture);

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Request_with_files_goes_through_three_stages_and_every_card_follows()
    {
        var page = _world.Page;
        var id = await page.SendSampleAsync(2);
        await _world.FinishAsync(id);
        await page.MessageAsync(HostedWorld.EnglishManager, "Request approved");
        await page.MessageAsync(SandboxPeople.TreasuryChatId, "Заявка согласована");
        var files = (await page.GetAsync($"/sandbox/chats/{SandboxPeople.TreasuryChatId}/messages"))
            .AsArray()
            .Sum(message => message!["documents"]!.AsArray().Count);
        Assert.Equal(3, files);
        await _world.AssertNothingIsDoubledAsync(
            id,
            HostedWorld.Initiator,
            HostedWorld.BudgetHolder,
            HostedWorld.Treasurer
        );
        await _world.AssertNoPoisonAsync();
        Assert.All(_world.Host.Invocations, invocation => Assert.True(invocation.Succeeded, _world.Story));
        Assert.Equal(
            ["Deliver", "ErpAttachment", "ErpNotify", "ErpPeople", "FanOut", "SubmitDecision", "TelegramWebhook"],
            _world.Host.Invocations.Select(invocation => invocation.Function).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Rejection_with_a_reason_of_ones_own_ends_the_request_and_a_reset_begins_anew()
    {
        var page = _world.Page;
        var id = await page.SendSampleAsync(1);
        await page.TapAsync(HostedWorld.BudgetHolder, "❌ Отклонить");
        await page.TapAsync(HostedWorld.BudgetHolder, "✍️ Своя причина…");
        JsonNode? prompt = null;
        await Eventually.IsAsync(
            async () =>
            {
                var messages = (await page.GetAsync($"/sandbox/chats/{HostedWorld.BudgetHolder}/messages")).AsArray();
                prompt = messages.LastOrDefault(message => (bool)message!["forceReply"]!);
                return prompt is not null;
            },
            () => _world.Story
        );
        await page.SayAsync(HostedWorld.BudgetHolder, "Не наш счёт", (long)prompt!["messageId"]!);
        await page.StatusAsync(id, "rejected");
        await page.MessageAsync(HostedWorld.Initiator, "Не наш счёт");
        await page.PostAsync("/sandbox/reset", new JsonObject());
        Assert.All(await page.PeopleAsync(), person => Assert.False((bool)person!["signedIn"]!));
        await page.SignEverybodyInAsync();
        await page.ApproveAsync(await page.SendSampleAsync(1));
    }

    [Fact]
    public async Task Timer_runs_and_every_line_of_the_worker_is_one_object_that_names_its_call()
    {
        Assert.True(await _world.Host.FireTimerAsync("Housekeeping"), _world.Story);
        await _world.Page.ApproveAsync(await _world.Page.SendSampleAsync(1));
        var within = _world
            .Host.Log.Records.Where(record => record.Category.EndsWith(".User", StringComparison.Ordinal))
            .Select(record => JsonNode.Parse(record.Message)!)
            .ToList();
        Assert.Contains(
            within,
            line => ((string?)line["Message"])!.StartsWith("Housekeeping", StringComparison.Ordinal)
        );
        Assert.All(
            within,
            line =>
            {
                Assert.True(Guid.TryParse((string?)line["InvocationId"], out _));
                Assert.Equal(32, ((string?)line["TraceId"])!.Length);
                Assert.EndsWith("Z", (string?)line["Timestamp"], StringComparison.Ordinal);
            }
        );
        Assert.All(
            _world.Host.Log.Console,
            record =>
                Assert.Equal(System.Text.Json.JsonValueKind.Object, JsonNode.Parse(record.Message)!.GetValueKind())
        );
        Assert.DoesNotContain(HostedBotKey, _world.Story, StringComparison.Ordinal);
        Assert.DoesNotContain(_world.Sandbox.Telegram.BotToken, _world.Story, StringComparison.Ordinal);
    }

    private static string HostedBotKey => PaymentBot.Sandbox.Hosting.Hosted.HostedBot.FunctionKey;
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Storage;

namespace PaymentBot.EndToEnd.Hosted;

[Collection(HostedGroup.Name)]
public sealed class HostedMessageTests(HostedFixture fixture) : IAsyncLifetime
{
    private HostedWorld _world = null!;

    public async Task InitializeAsync() => _world = await HostedWorld.StartAsync(fixture, signIn: false);

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task What_cannot_be_done_is_poison_in_the_end_and_the_worker_lives()
    {
        var process = _world.Host.WorkerProcessId;
        await _world.SendAsync("deliveries", "{\"v\":1}", encode: false);
        await _world.SendAsync(
            "deliveries",
            """{"v":99,"data":{"kind":"Notice","chatId":1001,"html":"from tomorrow"}}"""
        );
        await _world.SendAsync("deliveries", "garbage");
        await _world.SendAsync("deliveries", """{"v":1,"blob":"messages/00000000000000000000000000000000"}""");
        await _world.SendAsync("decisions", "[]");
        await _world.CountAsync("deliveries-poison", 4);
        await _world.CountAsync("decisions-poison", 1);
        await _world.CountAsync("deliveries", 0);
        Assert.Equal(process, _world.Host.WorkerProcessId);
        Assert.Equal(5, _world.Host.Invocations.Count(end => end.Function is "SubmitDecision"));
        var story = _world.Host.Log.Records;
        Assert.Contains(story, record => record.Message.Contains("failed, attempt 5.", StringComparison.Ordinal));
        Assert.All(
            _world.Host.Invocations.Where(end => !end.Succeeded),
            end => Assert.Contains("the log of the bot says why", end.Fault, StringComparison.Ordinal)
        );
        await _world.SendAsync("deliveries", Notice("still here"));
        await _world.Page.MessageAsync(HostedWorld.Initiator, "still here");
    }

    [Fact]
    public async Task Message_of_an_older_form_is_understood()
    {
        await _world.SendAsync("deliveries", Notice("from yesterday"));
        await _world.Page.MessageAsync(HostedWorld.Initiator, "from yesterday");
        await _world.CountAsync("deliveries", 0);
        await _world.AssertNoPoisonAsync();
    }

    [Theory]
    [InlineData(48 * 1024)]
    [InlineData(200 * 1024)]
    public async Task Long_message_comes_through_whole(int bytes)
    {
        var text = Notice("and much behind it");
        var padded = text + new string(' ', bytes - text.Length);
        var sender = _world.Bot.Services.GetRequiredService<IQueueSender>();
        await sender.PutAsync(QueueName.Deliveries, padded, TimeSpan.Zero, CancellationToken.None);
        await _world.Page.MessageAsync(HostedWorld.Initiator, "and much behind it");
        await _world.CountAsync("deliveries", 0);
        await _world.AssertNoPoisonAsync();
    }

    private static string Notice(string html) =>
        $$$"""{"v":1,"data":{"kind":"Notice","chatId":{{{HostedWorld.Initiator}}},"html":{{{JsonSerializer.Serialize(html)}}}}}""";
}

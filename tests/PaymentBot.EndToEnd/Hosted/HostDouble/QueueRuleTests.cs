using System.Text;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosted.HostDouble;

[Collection(DoubleGroup.Name)]
public sealed class QueueRuleTests(DoubleFixture fixture) : IAsyncLifetime
{
    private readonly HandlerWorld _world = new(fixture.Azurite);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Failed_message_comes_again_and_then_lies_in_the_poison_queue_as_it_was()
    {
        await using var host = await _world.StartAsync();
        await _world.SendAsync("""{"do":"error"}""");
        await _world.CountAsync("work-poison", 1);
        await _world.CountAsync("work", 0);
        Assert.Equal(2, host.Invocations.Count);
        Assert.Equal(["\"1\"", "\"2\""], _world.Notes.Select(Dequeued));
        var poison = Assert.Single(await _world.Queues.PeekMessagesAsync("work-poison", 32));
        Assert.Equal("""{"do":"error"}""", Encoding.UTF8.GetString(Convert.FromBase64String(poison.MessageText)));
        Assert.Equal(TimeSpan.FromDays(7), poison.ExpiresOn - poison.InsertedOn);
    }

    [Fact]
    public async Task Text_in_the_wrong_encoding_is_poison_and_the_handler_never_sees_it()
    {
        await _world.SendAsync("{\"do\":\"ok\"}", encode: false);
        await using var host = await _world.StartAsync();
        await _world.CountAsync("work-poison", 1);
        await _world.CountAsync("work", 0);
        Assert.Empty(_world.Notes);
        Assert.Equal(
            "{\"do\":\"ok\"}",
            Assert.Single(await _world.Queues.PeekMessagesAsync("work-poison", 32)).MessageText
        );
    }

    [Fact]
    public async Task Bytes_that_are_no_text_fail_until_they_are_poison()
    {
        await using var host = await _world.StartAsync();
        await _world.SendAsync(Convert.ToBase64String([0xff, 0xfe, 0x00]), encode: false);
        await _world.CountAsync("work-poison", 1);
        Assert.Empty(_world.Notes);
    }

    [Fact]
    public async Task Queue_that_is_not_there_is_looked_for_until_it_comes()
    {
        await using var host = await _world.StartAsync();
        await Eventually.IsAsync(
            async () =>
                await _world.Queues.GetApproximateMessagesCountAsync("work") is null && host.Log.Records.Count > 0,
            () => _world.Story
        );
        await _world.SendAsync("{}");
        await _world.EndedAsync(host, 1);
    }

    [Fact]
    public async Task Lease_is_renewed_as_long_as_the_function_runs()
    {
        _world.Timings = _world.Timings with { FunctionTimeout = TimeSpan.FromSeconds(5) };
        await using var first = await _world.StartAsync();
        await _world.SendAsync("""{"do":"silence"}""");
        await Eventually.IsAsync(() => Task.FromResult(_world.Notes.Count == 1), () => _world.Story);
        await using var second = await _world.StartAsync();
        await _world.EndedAsync(first, 1);
        Assert.Empty(second.Invocations);
    }

    [Fact]
    public async Task Message_of_a_dead_instance_comes_to_another_when_its_lease_is_over()
    {
        var first = await _world.StartAsync();
        await _world.SendAsync("""{"do":"silence"}""");
        await Eventually.IsAsync(() => Task.FromResult(_world.Notes.Count == 1), () => _world.Story);
        await first.DisposeAsync();
        Assert.Empty(first.Invocations);
        await using var second = await _world.StartAsync();
        await Eventually.IsAsync(() => Task.FromResult(_world.Notes.Count == 2), () => _world.Story);
        Assert.Equal("\"2\"", Dequeued(_world.Notes[1]));
    }

    [Fact]
    public async Task Message_received_too_often_is_poison_without_a_call()
    {
        await _world.SendAsync("{}");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var message = Assert.Single(await _world.Queues.ReceiveMessagesAsync("work", 1, TimeSpan.FromMinutes(1)));
            await _world.Queues.UpdateMessageAsync("work", message, TimeSpan.Zero);
        }

        await using var host = await _world.StartAsync();
        await _world.CountAsync("work-poison", 1);
        Assert.Empty(_world.Notes);
    }

    [Fact]
    public async Task No_more_than_the_batch_and_the_threshold_run_at_once()
    {
        _world.Write(
            "host.json",
            HandlerWorld.HostJson.Replace(
                "\"maxDequeueCount\": 2",
                "\"batchSize\": 2, \"newBatchThreshold\": 1",
                StringComparison.Ordinal
            )
        );
        for (var count = 0; count < 6; count++)
        {
            await _world.SendAsync("""{"do":"silence"}""");
        }

        await using var host = await _world.StartAsync();
        await Eventually.IsAsync(() => Task.FromResult(_world.Notes.Count >= 2), () => _world.Story);
        var visible = await _world.Queues.PeekMessagesAsync("work", 32);
        Assert.Equal(4, visible.Count);
        Assert.Equal(2, _world.Notes.Count);
    }

    [Fact]
    public async Task Stopped_instance_lets_its_messages_come_to_their_end()
    {
        var host = await _world.StartAsync();
        for (var count = 0; count < 20; count++)
        {
            await _world.SendAsync("{}");
        }

        await _world.EndedAsync(host, 1);
        await host.StopAsync();
        Assert.All(host.Invocations, invocation => Assert.True(invocation.Succeeded));
        // Those too that were fetched at the last moment: they are hidden until their lease runs out.
        var left = await _world.Queues.GetApproximateMessagesCountAsync("work") ?? 0;
        Assert.Equal(20, left + host.Invocations.Count);
    }

    private static string Dequeued(System.Text.Json.Nodes.JsonObject note) =>
        System.Text.Json.Nodes.JsonNode.Parse((string)note["body"]!)!["Metadata"]!["DequeueCount"]!.ToJsonString();
}

using System.Text.Json.Nodes;

namespace PaymentBot.EndToEnd.Hosted.HostDouble;

[Collection(DoubleGroup.Name)]
public sealed class EnvelopeTests(DoubleFixture fixture) : IAsyncLifetime
{
    private readonly HandlerWorld _world = new(fixture.Azurite);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Text_is_encoded_twice_and_its_properties_are_copied_over_the_metadata()
    {
        await _world.SendAsync(
            """{"kind":"x","amount":12.50,"yes":true,"none":null,"list":[1],"data":{"a":"б\"🙂"},"id":"mine"}"""
        );
        await using var host = await _world.StartAsync();
        await _world.CountAsync("work", 0);
        var note = Assert.Single(_world.Notes);
        Assert.Equal("POST", (string)note["method"]!);
        Assert.Equal("/Work", (string)note["url"]!);
        var body = JsonNode.Parse((string)note["body"]!)!;
        Assert.Equal(
            """{"kind":"x","amount":12.50,"yes":true,"none":null,"list":[1],"data":{"a":"б\"🙂"},"id":"mine"}""",
            (string)JsonNode.Parse((string)body["Data"]!["msg"]!)!
        );
        var metadata = body["Metadata"]!.AsObject();
        Assert.Equal(
            "DequeueCount Id PopReceipt ExpirationTime InsertionTime NextVisibleTime kind amount yes data sys",
            string.Join(' ', metadata.Select(pair => pair.Key))
        );
        Assert.Equal("1", (string)metadata["DequeueCount"]!);
        Assert.Equal("\"mine\"", (string)metadata["Id"]!);
        Assert.StartsWith("\"", (string)metadata["PopReceipt"]!, StringComparison.Ordinal);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$", (string)metadata["InsertionTime"]!);
        Assert.Equal("\"x\"", (string)metadata["kind"]!);
        Assert.Equal("\"12.5\"", (string)metadata["amount"]!);
        Assert.Equal("\"True\"", (string)metadata["yes"]!);
        Assert.Equal("б\"🙂", (string)metadata["data"]!["a"]!);
        Assert.Equal("Work", (string)metadata["sys"]!["MethodName"]!);
    }

    [Fact]
    public async Task Envelope_comes_in_chunks_with_the_headers_of_the_host_and_none_of_a_proxied_call()
    {
        await _world.SendAsync("no json");
        await using var host = await _world.StartAsync();
        await _world.CountAsync("work", 0);
        var headers = Assert.Single(_world.Notes)["headers"]!.AsObject();
        Assert.Equal("chunked", (string)headers["transfer-encoding"]!);
        Assert.False(headers.ContainsKey("content-length"));
        Assert.Equal("application/json; charset=utf-8", (string)headers["content-type"]!);
        Assert.Equal(host.Invocations.Single().Id.ToString(), (string)headers["x-azure-functions-invocationid"]!);
        Assert.StartsWith("Azure-Functions-Host/4.", (string)headers["user-agent"]!, StringComparison.Ordinal);
        Assert.NotNull(headers["x-azure-functions-hostversion"]);
        Assert.DoesNotContain(headers, header => header.Key is "x-ms-invocation-id" or "x-forwarded-for");
    }

    [Fact]
    public async Task Timer_gets_objects_and_says_whether_it_is_late()
    {
        await using var host = await _world.StartAsync();
        Assert.True(await host.FireTimerAsync("Clock"));
        Assert.True(await host.FireTimerAsync("Clock", isPastDue: true));
        var timers = _world.Notes.Select(note => JsonNode.Parse((string)note["body"]!)!).ToList();
        Assert.Equal("/Clock", (string)_world.Notes[0]["url"]!);
        Assert.False((bool)timers[0]["Data"]!["timer"]!["IsPastDue"]!);
        Assert.Null(timers[0]["Data"]!["timer"]!["ScheduleStatus"]);
        Assert.True((bool)timers[1]["Data"]!["timer"]!["IsPastDue"]!);
        Assert.EndsWith(
            "T03:00:00.0000000Z",
            (string)timers[1]["Data"]!["timer"]!["ScheduleStatus"]!["Next"]!,
            StringComparison.Ordinal
        );
        Assert.Equal(["sys"], timers[0]["Metadata"]!.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public async Task Binary_message_comes_once_encoded_and_nothing_is_copied()
    {
        _world.Function(
            "Work",
            """{ "type": "queueTrigger", "direction": "in", "name": "msg", "queueName": "work", "connection": "AzureWebJobsStorage", "dataType": "binary" }"""
        );
        await _world.SendAsync("""{"kind":"x"}""");
        await using var host = await _world.StartAsync();
        await _world.CountAsync("work", 0);
        var body = JsonNode.Parse((string)Assert.Single(_world.Notes)["body"]!)!;
        Assert.Equal("eyJraW5kIjoieCJ9", (string)body["Data"]!["msg"]!);
        Assert.Null(body["Metadata"]!["kind"]);
    }
}

using PaymentBot.Sandbox.Cloud.FunctionsHost;

namespace PaymentBot.EndToEnd.Hosted.HostDouble;

[Collection(DoubleGroup.Name)]
public sealed class DefinitionTests(DoubleFixture fixture) : IAsyncLifetime
{
    private const string Queue =
        """{ "type": "queueTrigger", "direction": "in", "name": "msg", "queueName": "work", "connection": "AzureWebJobsStorage" }""";

    private readonly HandlerWorld _world = new(fixture.Azurite);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("\"queueTrigger\"", "\"queueTriger\"", "\"queueTriger\" is not known")]
    [InlineData("\"queueName\": \"work\", ", "", "\"queueName\" is missing")]
    [InlineData(", \"connection\": \"AzureWebJobsStorage\"", "", "\"connection\" is missing")]
    [InlineData("\"in\"", "\"out\"", "\"direction\" must be in")]
    [InlineData("\"name\": \"msg\", ", "", "\"name\" is missing")]
    [InlineData("\"work\"", "\"%QUEUE%\"", "'%QUEUE%' does not resolve")]
    [InlineData("AzureWebJobsStorage", "Other", "no app setting for the connection Other")]
    [InlineData("\"queueName\"", "\"queuename\"", "\"queuename\" is not known")]
    public Task Mistake_in_a_queue_function_is_told_with_its_file(string right, string wrong, string complaint)
    {
        _world.Function("Work", Queue.Replace(right, wrong, StringComparison.Ordinal));
        return IsRefusedAsync("Work/function.json", complaint);
    }

    [Theory]
    [InlineData("\"route\": \"administration/x\"", "must not start with admin or runtime")]
    [InlineData("\"route\": \"runtime\"", "must not start with admin or runtime")]
    [InlineData("\"route\": \"x\", \"methods\": [\"fetch\"]", "FETCH is no method")]
    [InlineData("\"route\": \"x\", \"authLevel\": \"user\"", "\"authLevel\" must be")]
    [InlineData("\"route\": \"echo/{other}\", \"methods\": [\"post\"]", "is taken by")]
    public Task Mistake_in_an_http_function_is_told_with_its_file(string trigger, string complaint)
    {
        _world.Http("Extra", trigger);
        return IsRefusedAsync("Extra/function.json", complaint);
    }

    [Fact]
    public Task Http_function_without_an_answer_could_not_be_proxied()
    {
        _world.Function("Extra", """{ "type": "httpTrigger", "direction": "in", "name": "req" }""");
        return IsRefusedAsync("Extra/function.json", "exactly one \"http\" output");
    }

    [Theory]
    [InlineData("\"handler\"", "\"nobody\"", "there is no")]
    [InlineData("\"version\": \"2.0\"", "\"version\": \"3.0\"", "must be 2.0")]
    [InlineData("\"enableProxyingHttpRequest\": true", "\"enableProxyingHttpRequest\": false", "must be true")]
    [InlineData("maxDequeueCount", "maxDequeCount", "\"maxDequeCount\" is not known")]
    [InlineData("\"maxDequeueCount\": 2", "\"batchSize\": 33", "\"batchSize\" must be 1 to 32")]
    [InlineData("\"functionTimeout\": \"00:05:00\"", "\"functionTimeout\": \"five\"", "must be a time span")]
    [InlineData("\"extensionBundle\"", "\"logging\"", "\"id\" is missing")]
    public Task Mistake_in_host_json_is_told(string right, string wrong, string complaint)
    {
        var spoilt = HandlerWorld.HostJson.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(HandlerWorld.HostJson, spoilt);
        _world.Write("host.json", spoilt);
        return IsRefusedAsync("host.json", complaint);
    }

    [Fact]
    public Task Executable_without_the_mode_is_told()
    {
        HandlerWorld.SetMode(Path.Combine(_world.Folder, "handler"), UnixFileMode.UserRead);
        return IsRefusedAsync("host.json", "may not be executed");
    }

    [Fact]
    public Task Schedule_of_five_fields_is_refused()
    {
        _world.Function(
            "Clock",
            """{ "type": "timerTrigger", "direction": "in", "name": "timer", "schedule": "0 3 * * *" }"""
        );
        return IsRefusedAsync("Clock/function.json", "six fields");
    }

    [Fact]
    public async Task App_settings_name_queues_and_switch_functions_off()
    {
        _world.Function("Work", Queue.Replace("work", "%QUEUE%", StringComparison.Ordinal));
        _world.Settings["QUEUE"] = "work";
        _world.Settings["AzureWebJobs.Echo.Disabled"] = "true";
        await _world.SendAsync("{}");
        await using var host = await _world.StartAsync();
        await _world.CountAsync("work", 0);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var gone = await http.GetAsync(new Uri("/api/echo/1", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
    }

    private async Task IsRefusedAsync(string file, string complaint)
    {
        var refused = await Assert.ThrowsAsync<FunctionsHostException>(_world.StartAsync);
        Assert.StartsWith(Path.Combine(_world.Folder, file), refused.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, refused.Message, StringComparison.Ordinal);
    }
}

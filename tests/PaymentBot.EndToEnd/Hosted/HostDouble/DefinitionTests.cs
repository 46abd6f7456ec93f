using PaymentBot.Sandbox.Cloud.FunctionsHost;

namespace PaymentBot.EndToEnd.Hosted.HostDouble;

public sealed class DefinitionTests : IDisposable
{
    private const string Queue =
        """{ "name": "message", "direction": "In", "type": "queueTrigger", "dataType": "String", "queueName": "work", "connection": "AzureWebJobsStorage", "properties": {} }""";

    private readonly PublishedFolder _published = new();

    public void Dispose() => _published.Dispose();

    [Theory]
    [InlineData("\"queueTrigger\"", "\"queueTriger\"", "\"queueTriger\" is not known")]
    [InlineData("\"queueName\": \"work\", ", "", "\"queueName\" is missing")]
    [InlineData("\"In\"", "\"Out\"", "\"direction\" must be In")]
    [InlineData("\"name\": \"message\", ", "", "\"name\" is missing")]
    [InlineData("\"work\"", "\"%QUEUE%\"", "'%QUEUE%' does not resolve")]
    [InlineData("AzureWebJobsStorage", "Other", "no app setting for the connection Other")]
    [InlineData("\"queueName\"", "\"queuename\"", "\"queuename\" is not known")]
    [InlineData("\"properties\": {}", "\"properties\": { \"supportsDeferredBinding\": \"True\" }", "bound to a string")]
    public Task Mistake_in_a_queue_function_is_told_with_its_name(string right, string wrong, string complaint)
    {
        var spoilt = Queue.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Queue, spoilt);
        _published.Add("Work", PublishedFolder.Function("Work", spoilt));
        return IsRefusedAsync("functions.metadata: Work", complaint);
    }

    [Theory]
    [InlineData("\"route\": \"administration/x\"", "must not start with admin or runtime")]
    [InlineData("\"route\": \"runtime\"", "must not start with admin or runtime")]
    [InlineData("\"route\": \"x\", \"methods\": [\"fetch\"]", "FETCH is no method")]
    [InlineData("\"route\": \"x\", \"authLevel\": \"User\"", "\"authLevel\" must be")]
    [InlineData("\"route\": \"echo/{other}\", \"methods\": [\"post\"]", "is taken by")]
    public Task Mistake_in_an_http_function_is_told_with_its_name(string trigger, string complaint)
    {
        _published.Add("Extra", PublishedFolder.Http("Extra", trigger));
        return IsRefusedAsync("functions.metadata: Extra", complaint);
    }

    [Fact]
    public Task Http_function_without_an_answer_could_not_be_called()
    {
        const string trigger = """{ "name": "request", "direction": "In", "type": "httpTrigger", "properties": {} }""";
        _published.Add("Extra", PublishedFolder.Function("Extra", trigger));
        return IsRefusedAsync("functions.metadata: Extra", "exactly one \"http\" output");
    }

    [Fact]
    public Task Schedule_of_five_fields_is_refused()
    {
        const string trigger =
            """{ "name": "timer", "direction": "In", "type": "timerTrigger", "schedule": "0 3 * * *", "properties": {} }""";
        _published.Add("Clock", PublishedFolder.Function("Clock", trigger));
        return IsRefusedAsync("functions.metadata: Clock", "six fields");
    }

    [Theory]
    [InlineData("\"version\": \"2.0\"", "\"version\": \"3.0\"", "must be 2.0")]
    [InlineData("\"extensions\"", "\"customHandler\"", "\"customHandler\" is not known")]
    [InlineData("maxDequeueCount", "maxDequeCount", "\"maxDequeCount\" is not known")]
    [InlineData("\"maxDequeueCount\": 2", "\"batchSize\": 33", "\"batchSize\" must be 1 to 32")]
    [InlineData("\"functionTimeout\": \"00:05:00\"", "\"functionTimeout\": \"five\"", "must be a time span")]
    public Task Mistake_in_host_json_is_told(string right, string wrong, string complaint) =>
        IsSpoiltAsync("host.json", PublishedFolder.HostJson, right, wrong, complaint);

    [Theory]
    [InlineData("{WorkerRoot}worker", "{WorkerRoot}nobody", "there is no")]
    [InlineData("worker.dll", "nobody.dll", "there is no")]
    [InlineData("dotnet-isolated", "custom", "must be dotnet-isolated")]
    [InlineData("\"true\"", "\"false\"", "\"workerIndexing\" must be true")]
    [InlineData("canUsePlaceholder", "canUsePlaceHolder", "is not known")]
    public Task Mistake_in_worker_config_json_is_told(string right, string wrong, string complaint) =>
        IsSpoiltAsync("worker.config.json", PublishedFolder.WorkerJson, right, wrong, complaint);

    [Theory]
    [InlineData("queues.dll", "nobody.dll", "there is no")]
    [InlineData("\"AzureStorageQueues\"", "\"Other\"", "no extension AzureStorageQueues")]
    public Task Mistake_in_extensions_json_is_told(string right, string wrong, string complaint) =>
        IsSpoiltAsync("extensions.json", PublishedFolder.ExtensionsJson, right, wrong, complaint);

    [Fact]
    public Task Program_without_the_mode_is_told()
    {
        _published.Worker("exit 1", UnixFileMode.UserRead);
        return IsRefusedAsync("worker.config.json", "may not be executed");
    }

    [Theory]
    [InlineData("host.json")]
    [InlineData("functions.metadata")]
    [InlineData("worker.config.json")]
    [InlineData("extensions.json")]
    public Task Missing_file_is_told(string file)
    {
        File.Delete(_published.File(file));
        return IsRefusedAsync(file, "cannot be read");
    }

    private Task IsSpoiltAsync(string file, string text, string right, string wrong, string complaint)
    {
        var spoilt = text.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(text, spoilt);
        _published.Write(file, spoilt);
        return IsRefusedAsync(file, complaint);
    }

    private async Task IsRefusedAsync(string file, string complaint)
    {
        var refused = await Assert.ThrowsAsync<FunctionsHostException>(_published.StartAsync);
        Assert.StartsWith(_published.File(file), refused.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, refused.Message, StringComparison.Ordinal);
    }
}

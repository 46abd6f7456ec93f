namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>Reads what <c>dotnet publish</c> wrote for the host.</summary>
internal static class HostReader
{
    /// <summary>Flex Consumption's <c>functionTimeout</c> where host.json has none.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan ShortestPolling = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Known =
    [
        "$schema",
        "version",
        "functionTimeout",
        "extensions",
        "logging",
        "telemetryMode",
        "healthMonitor",
        "singleton",
    ];

    /// <summary>Reads a folder.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="settings">The app settings.</param>
    /// <exception cref="FunctionsHostException">Something is missing or wrong; the message names the file.</exception>
    public static HostDefinition Read(string root, AppSettingNames settings)
    {
        root = Path.GetFullPath(root);
        var host = DefinitionNode.Read(Path.Combine(root, "host.json")).Allow(Known);
        if (host.Required("version") is not "2.0")
        {
            throw host.Wrong("\"version\" must be 2.0.");
        }

        var extensions = host.Child("extensions").Allow("http", "queues");
        var functions = FunctionReader.ReadAll(root, settings);
        ExtensionsReader.Check(root, functions);
        return new HostDefinition
        {
            Root = root,
            Worker = WorkerReader.Read(root),
            RoutePrefix = ReadPrefix(extensions),
            Queues = ReadQueues(extensions.Child("queues")),
            FunctionTimeout = ReadTimeout(host),
            Functions = functions,
        };
    }

    private static string ReadPrefix(DefinitionNode extensions)
    {
        var http = extensions
            .Child("http")
            .Allow("routePrefix", "maxConcurrentRequests", "maxOutstandingRequests", "dynamicThrottlesEnabled", "hsts");
        return (http.Text("routePrefix") ?? "api").Trim('/');
    }

    private static TimeSpan? ReadTimeout(DefinitionNode host) =>
        host.Has("functionTimeout") && host.Text("functionTimeout") is "-1"
            ? null
            : host.Duration("functionTimeout") ?? DefaultTimeout;

    private static QueuesSettings ReadQueues(DefinitionNode queues)
    {
        string[] numbers = ["batchSize", "newBatchThreshold", "maxDequeueCount"];
        string[] texts = ["visibilityTimeout", "maxPollingInterval", "messageEncoding"];
        queues.Allow([.. numbers, .. texts]);
        queues.Number("batchSize", 16, 1, 32);
        queues.Number("newBatchThreshold", 0, 0, 1000);
        queues.Number("maxDequeueCount", 5, 1, int.MaxValue);
        queues.Duration("visibilityTimeout");
        if (queues.Duration("maxPollingInterval") < ShortestPolling)
        {
            throw queues.Wrong("\"maxPollingInterval\" must be at least 00:00:00.1.");
        }

        if ((queues.Text("messageEncoding") ?? "base64") is not ("base64" or "none"))
        {
            throw queues.Wrong("\"messageEncoding\" must be base64 or none.");
        }

        return new QueuesSettings(
            numbers.Concat(texts).Where(queues.Has).ToDictionary(name => name, queues.Raw, StringComparer.Ordinal)
        );
    }
}

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>Reads host.json and every function.json of a publish folder.</summary>
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
        "customHandler",
        "extensions",
        "extensionBundle",
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
        if (functions.Any(function => function.Queue is not null))
        {
            CheckBundle(host);
        }

        return new HostDefinition
        {
            Root = root,
            Handler = HandlerReader.Read(host, root, settings),
            RoutePrefix = ReadPrefix(extensions),
            Queues = ReadQueues(extensions.Child("queues")),
            FunctionTimeout = ReadTimeout(host),
            Functions = functions,
        };
    }

    private static void CheckBundle(DefinitionNode host)
    {
        var bundle = host.Child("extensionBundle").Allow("id", "version");
        if (bundle.Required("id") is not "Microsoft.Azure.Functions.ExtensionBundle")
        {
            throw bundle.Wrong(
                "\"id\" must be Microsoft.Azure.Functions.ExtensionBundle: queue triggers come with it."
            );
        }

        _ = bundle.Required("version");
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
        queues.Allow(
            "batchSize",
            "newBatchThreshold",
            "maxDequeueCount",
            "visibilityTimeout",
            "maxPollingInterval",
            "messageEncoding"
        );
        var batch = queues.Number("batchSize", 16, 1, 32);
        var polling = queues.Duration("maxPollingInterval") ?? TimeSpan.FromMinutes(1);
        return new QueuesSettings
        {
            BatchSize = batch,
            NewBatchThreshold = queues.Number("newBatchThreshold", batch / 2, 0, 1000),
            MaxDequeueCount = queues.Number("maxDequeueCount", 5, 1, int.MaxValue),
            VisibilityTimeout = queues.Duration("visibilityTimeout") ?? TimeSpan.Zero,
            MaxPollingInterval =
                polling >= ShortestPolling
                    ? polling
                    : throw queues.Wrong("\"maxPollingInterval\" must be at least 00:00:00.1."),
            Base64 = (queues.Text("messageEncoding") ?? "base64") switch
            {
                "base64" => true,
                "none" => false,
                _ => throw queues.Wrong("\"messageEncoding\" must be base64 or none."),
            },
        };
    }
}

using PaymentBot.Sandbox.Cloud.FunctionsHost;

namespace PaymentBot.EndToEnd.Hosted.HostDouble;

/// <summary>What <c>dotnet publish</c> would have made of an app whose worker is a shell script.</summary>
internal sealed class PublishedFolder : IDisposable
{
    public const string HostJson = """
        {
          "version": "2.0",
          "functionTimeout": "00:05:00",
          "extensions": { "queues": { "maxDequeueCount": 2, "maxPollingInterval": "00:00:00.2" } }
        }
        """;

    public const string WorkerJson = """
        {
          "description": {
            "language": "dotnet-isolated",
            "extensions": [ ".dll" ],
            "defaultExecutablePath": "{WorkerRoot}worker",
            "defaultWorkerPath": "worker.dll",
            "workerIndexing": "true",
            "canUsePlaceholder": true
          }
        }
        """;

    public const string ExtensionsJson = """
        { "extensions": [ { "name": "AzureStorageQueues", "typeName": "X, Y", "hintPath": "./.azurefunctions/queues.dll" } ] }
        """;

    private readonly List<string> _functions =
    [
        Function(
            "Work",
            """{ "name": "message", "direction": "In", "type": "queueTrigger", "dataType": "String", "queueName": "work", "properties": {} }"""
        ),
        Http("Echo", """ "route": "echo/{id}", "methods": ["post", "get"], "authLevel": "Anonymous" """),
    ];

    public PublishedFolder()
    {
        Write("host.json", HostJson);
        Write("worker.config.json", WorkerJson);
        Write("extensions.json", ExtensionsJson);
        Write(".azurefunctions/queues.dll", string.Empty);
        Write("worker.dll", string.Empty);
        Worker("exit 1");
        WriteFunctions();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("paymentbot-test-").FullName;

    /// <summary>What the worker leaves behind: a line for each run.</summary>
    public string Notes => File("notes");

    public Dictionary<string, string> Settings { get; } =
        new(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] =
                "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;QueueEndpoint=http://127.0.0.1:9/a",
        };

    public FunctionsHostTimings Timings { get; set; } = new();

    public static string Function(string name, string bindings) =>
        $$"""
            {
              "name": "{{name}}", "scriptFile": "worker.dll", "entryPoint": "F.{{name}}", "language": "dotnet-isolated",
              "properties": { "IsCodeless": false }, "bindings": [{{bindings}}]
            }
            """;

    public static string Http(string name, string trigger) =>
        Function(
            name,
            $$"""
            { "name": "request", "direction": "In", "type": "httpTrigger", {{trigger}}, "properties": {} },
            { "name": "$return", "type": "http", "direction": "Out" }
            """
        );

    public string File(string name) => Path.Combine(Folder, name);

    public void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), content);
    }

    /// <summary>Adds a function, or puts one in the place of its namesake.</summary>
    public void Add(string name, string function)
    {
        _functions.RemoveAll(other =>
            other.Contains($"\"name\": \"{name}\", \"scriptFile\"", StringComparison.Ordinal)
        );
        _functions.Add(function);
        WriteFunctions();
    }

    /// <summary>What the worker does.</summary>
    public void Worker(string script, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserExecute)
    {
        System.IO.File.Delete(File("worker"));
        Write("worker", $"#!/bin/sh\necho x >> '{Notes}'\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(File("worker"), mode);
        }
    }

    public Task<FunctionsHostDouble> StartAsync() =>
        FunctionsHostDouble.StartAsync(
            new FunctionsHostOptions
            {
                PublishFolder = Folder,
                AppSettings = Settings,
                Timings = Timings,
            }
        );

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void WriteFunctions() => Write("functions.metadata", $"[{string.Join(',', _functions)}]");
}

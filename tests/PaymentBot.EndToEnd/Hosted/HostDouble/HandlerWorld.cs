using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using PaymentBot.Sandbox.Cloud.Azurite;
using PaymentBot.Sandbox.Cloud.FunctionsHost;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Queues;
using PaymentBot.Storage.AzureStorage.Queues;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosted.HostDouble;

/// <summary>A publish folder of a handler that does what it is asked for, a storage account, and hosts over both.</summary>
internal sealed class HandlerWorld : IAsyncDisposable
{
    public const string HostJson = """
        {
          "version": "2.0",
          "functionTimeout": "00:05:00",
          "customHandler": { "description": { "defaultExecutablePath": "handler" }, "enableProxyingHttpRequest": true },
          "extensions": { "queues": { "maxDequeueCount": 2, "maxPollingInterval": "00:00:00.2" } },
          "extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)" }
        }
        """;

    private readonly List<FunctionsHostDouble> _hosts = [];
    private readonly string _notes;

    public HandlerWorld(AzuriteServer azurite)
    {
        Folder = Directory.CreateTempSubdirectory("paymentbot-test-").FullName;
        _notes = Path.Combine(Folder, "notes.jsonl");
        var handler = Path.Combine(Folder, "handler");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "TestData", "Hosted", "handler.mjs"), handler);
        SetMode(handler, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // Node wants to know from the name that it is a module.
        File.Copy(handler, handler + ".mjs");
        File.WriteAllText(handler, $"#!/bin/sh\nexec node '{handler}.mjs'\n");
        var account = azurite.NewAccount();
        Settings = new(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = account.ConnectionString,
            ["HANDLER_NOTES"] = _notes,
        };
        Queues = new HostQueues(new QueueServiceClient(account.ConnectionString));
        Write("host.json", HostJson);
        Function(
            "Work",
            """{ "type": "queueTrigger", "direction": "in", "name": "msg", "queueName": "work", "connection": "AzureWebJobsStorage" }"""
        );
        Function(
            "Clock",
            """{ "type": "timerTrigger", "direction": "in", "name": "timer", "schedule": "0 0 3 * * *" }"""
        );
        Http("Echo", """ "route": "echo/{id}", "methods": ["post", "get"], "authLevel": "anonymous" """);
        Http("Locked", """ "route": "locked", "authLevel": "function" """);
    }

    public string Folder { get; }

    public Dictionary<string, string> Settings { get; }

    public HostQueues Queues { get; }

    public FunctionsHostTimings Timings { get; set; } = new() { Lease = TimeSpan.FromSeconds(2) };

    public FunctionKeys Keys { get; } =
        new()
        {
            Master = "master-key",
            Host = "host-key",
            Functions = new Dictionary<string, string>(StringComparer.Ordinal) { ["Locked"] = "function-key" },
        };

    /// <summary>What the handler saw, oldest first.</summary>
    public IReadOnlyList<JsonObject> Notes =>
        File.Exists(_notes) ? [.. File.ReadAllLines(_notes).Select(line => JsonNode.Parse(line)!.AsObject())] : [];

    /// <summary>Who may do what with a file.</summary>
    public static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    public void Write(string file, string content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public void Function(string name, string bindings) =>
        Write($"{name}/function.json", $$"""{ "bindings": [{{bindings}}] }""");

    public void Http(string name, string trigger) =>
        Function(
            name,
            $$"""
            { "type": "httpTrigger", "direction": "in", "name": "req", {{trigger}} },
            { "type": "http", "direction": "out", "name": "res" }
            """
        );

    public async Task<FunctionsHostDouble> StartAsync()
    {
        var host = await FunctionsHostDouble.StartAsync(
            new FunctionsHostOptions
            {
                PublishFolder = Folder,
                AppSettings = Settings,
                Keys = Keys,
                Timings = Timings,
            }
        );
        _hosts.Add(host);
        return host;
    }

    /// <summary>Puts a message, in base64 unless told otherwise.</summary>
    public async Task SendAsync(string text, bool encode = true)
    {
        await Queues.CreateQueueIfNotExistsAsync("work", CancellationToken.None);
        await Queues.SendMessageAsync("work", encode ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : text);
    }

    /// <summary>Completes when the queue holds this many messages.</summary>
    public Task CountAsync(string queue, int count) =>
        Eventually.IsAsync(
            async () => await Queues.GetApproximateMessagesCountAsync(queue) == count,
            () => $"{queue} does not come to {count}:\n{Story}"
        );

    /// <summary>Completes when the function has ended this often.</summary>
    public Task EndedAsync(FunctionsHostDouble host, int count, string function = "Work") =>
        Eventually.IsAsync(
            () => Task.FromResult(host.Invocations.Count(end => end.Function == function) >= count),
            () => $"{function} did not end {count} times:\n{Story}"
        );

    public string Story => string.Join('\n', _hosts.SelectMany(host => host.Log.Records));

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }
}

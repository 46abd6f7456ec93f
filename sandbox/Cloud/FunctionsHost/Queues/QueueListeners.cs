using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Worker.Messages;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Queues;

/// <summary>The platform's own queue listeners, one for each function that has a queue trigger.</summary>
internal sealed class QueueListeners : IDisposable
{
    private readonly Dictionary<string, FunctionDefinition> _functions;
    private readonly Invoker _invoker;
    private readonly CancellationToken _dying;
    private readonly IHost? _host;

    /// <summary>Makes them, without listening.</summary>
    /// <param name="dying">The instance dies: whatever it was doing it leaves as it is.</param>
    /// <exception cref="FunctionsHostException">A connection leads nowhere.</exception>
    public QueueListeners(
        HostDefinition definition,
        FunctionsHostOptions options,
        AppSettingNames settings,
        Invoker invoker,
        HostLog log,
        CancellationToken dying
    )
    {
        _invoker = invoker;
        _dying = dying;
        _functions = definition
            .Enabled.Where(function => function.Queue is not null)
            .ToDictionary(function => function.Name, StringComparer.Ordinal);
        if (_functions.Values.FirstOrDefault(one => !settings.HasConnection(one.Queue!.Connection)) is { } lost)
        {
            throw new FunctionsHostException(
                $"{lost.File}: there is no app setting for the connection {lost.Queue!.Connection}."
            );
        }

        if (_functions.Count > 0)
        {
            _host = Build(Configure(definition, options), new InstancePolicy(options.Timings.Lease, dying), log);
        }
    }

    /// <summary>Begins to listen.</summary>
    public Task StartAsync(CancellationToken cancellationToken) =>
        _host?.StartAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Listens no more, and waits for the functions that run.</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        _host?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => _host?.Dispose();

    /// <summary>Runs the function on a message. Called by the listeners.</summary>
    /// <exception cref="FunctionsHostException">It failed; the listener puts the message back, or aside.</exception>
    public async Task RunAsync(string function, string message, Binder binder)
    {
        var metadata = binder.BindingData.ToDictionary(
            pair => pair.Key,
            pair => ToRpc(pair.Value),
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var (name, value) in MessageProperties.Of(message))
        {
            metadata[name] = value;
        }

        var data = new TypedData { String = message };
        if (!await _invoker.InvokeAsync(_functions[function], data, metadata, _dying))
        {
            throw new FunctionsHostException($"{function} failed.");
        }
    }

    private static TypedData ToRpc(object? value) =>
        value switch
        {
            null => new TypedData(),
            string text => new TypedData { String = text },
            _ => new TypedData { Json = JsonSerializer.Serialize(value) },
        };

    private static Dictionary<string, string?> Configure(HostDefinition definition, FunctionsHostOptions options)
    {
        const string Section = "AzureWebJobs:extensions:queues:";
        var configuration = options.AppSettings.ToDictionary(
            setting => setting.Key.Replace("__", ":", StringComparison.Ordinal),
            setting => (string?)setting.Value,
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var (name, value) in definition.Queues.Given)
        {
            configuration[Section + name] = value;
        }

        Shorten("visibilityTimeout", options.Timings.VisibilityTimeout);
        Shorten("maxPollingInterval", options.Timings.MaxPollingInterval);
        return configuration;

        void Shorten(string name, TimeSpan? time)
        {
            if (time is { } given)
            {
                configuration[Section + name] = given.ToString("c", CultureInfo.InvariantCulture);
            }
        }
    }

    private IHost Build(Dictionary<string, string?> configuration, InstancePolicy policy, HostLog log) =>
        new HostBuilder()
            .ConfigureAppConfiguration(builder => builder.AddInMemoryCollection(configuration))
            .ConfigureLogging(logging =>
                logging
                    .AddProvider(new HostLogProvider(log))
                    .SetMinimumLevel(LogLevel.Warning)
                    .AddFilter("Azure.Core", LogLevel.None)
            )
            .ConfigureWebJobs(web => web.AddAzureStorageQueues())
            .ConfigureServices(services =>
            {
                services.AddSingleton(this);
                services.AddSingleton<ITypeLocator>(new QueueFunctionTypes(_functions.Values));
                services.AddAzureClients(clients =>
                    clients.ConfigureDefaults(options => options.AddPolicy(policy, HttpPipelinePosition.PerCall))
                );
            })
            .Build();

    /// <summary>Stands between an instance and the storage: nothing more passes when the instance dies, and tests may shorten its leases.</summary>
    private sealed class InstancePolicy(TimeSpan lease, CancellationToken dying) : HttpPipelineSynchronousPolicy
    {
        private const string Parameter = "visibilitytimeout=";

        /// <summary>What the listener asks for, always.</summary>
        private const string Usual = Parameter + "600";

        public override void OnSendingRequest(HttpMessage message)
        {
            dying.ThrowIfCancellationRequested();
            var seconds = ((int)lease.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            message.Request.Uri.Query = message.Request.Uri.Query.Replace(
                Usual,
                Parameter + seconds,
                StringComparison.OrdinalIgnoreCase
            );
        }
    }
}

using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Handler;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Queues;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Timers;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost;

/// <summary>The listeners of one instance: a queue's or a timer's for each function that has one.</summary>
internal sealed class Triggers : IDisposable
{
    private readonly EnvelopeInvoker _invoker;
    private readonly List<QueueListener> _queues;
    private readonly Dictionary<string, TimerListener> _timers;

    /// <summary>Makes them, without running.</summary>
    /// <exception cref="FunctionsHostException">A connection leads nowhere.</exception>
    public Triggers(
        HostDefinition definition,
        FunctionsHostOptions options,
        AppSettingNames settings,
        HandlerSupervisor supervisor,
        InvocationJournal journal,
        HostLog log
    )
    {
        var timings = options.Timings;
        var connection = new StorageConnection(settings, options.Clock);
        _ = connection.Open(Path.Combine(definition.Root, "host.json"), StorageConnection.Host);
        _invoker = new EnvelopeInvoker(
            supervisor,
            journal,
            timings.FunctionTimeout ?? definition.FunctionTimeout,
            options.Clock
        );
        var queues = definition.Queues with
        {
            VisibilityTimeout = timings.VisibilityTimeout ?? definition.Queues.VisibilityTimeout,
            MaxPollingInterval = timings.MaxPollingInterval ?? definition.Queues.MaxPollingInterval,
        };
        _queues = [.. definition.Enabled.Where(function => function.Queue is not null).Select(Listen)];
        _timers = definition
            .Enabled.Where(function => function.Timer is not null)
            .ToDictionary(
                function => function.Name,
                function => new TimerListener(function, connection.Identify(), _invoker, options.Clock),
                StringComparer.OrdinalIgnoreCase
            );

        QueueListener Listen(FunctionDefinition function)
        {
            var trigger = function.Queue!;
            var client = connection.Open(function.File, trigger.Connection);
            var processor = new QueueMessageProcessor(
                function,
                client,
                queues,
                timings.Lease,
                _invoker,
                log,
                options.Clock
            );
            return new QueueListener(trigger.QueueName, client, queues, timings.Lease, processor, log, options.Clock);
        }
    }

    /// <summary>Runs all of them until the instance stops.</summary>
    public Task RunAsync(CancellationToken stopping, CancellationToken dying) =>
        Task.WhenAll([
            .. _queues.Select(queue => queue.RunAsync(stopping, dying)),
            .. _timers.Values.Select(timer => timer.RunAsync(stopping, dying)),
        ]);

    /// <summary>Runs a timer function now.</summary>
    public Task<bool> FireAsync(string function, bool isPastDue, CancellationToken cancellationToken) =>
        _timers.TryGetValue(function, out var timer)
            ? timer.FireAsync(isPastDue, cancellationToken)
            : throw new FunctionsHostException($"There is no timer function {function}.");

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var timer in _timers.Values)
        {
            timer.Dispose();
        }

        _invoker.Dispose();
    }
}

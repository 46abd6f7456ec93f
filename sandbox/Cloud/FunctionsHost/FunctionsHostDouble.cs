using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Http;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Queues;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Timers;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Worker;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost;

/// <summary>
/// One instance of a double of the Azure Functions host, for an app that is an isolated .NET worker: it runs the published program and does to it what the
/// real host does. Several instances may run on one storage account, as when the platform scales out.
/// </summary>
internal sealed class FunctionsHostDouble : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _dying = new();
    private readonly WorkerServer _server = new();
    private readonly FunctionsHostTimings _timings;
    private readonly WorkerSupervisor _supervisor;
    private readonly InvocationJournal _journal;
    private readonly HttpFront _front;
    private readonly QueueListeners _queues;
    private readonly Dictionary<string, TimerListener> _timers;
    private Task _ticking = Task.CompletedTask;
    private Task _watching = Task.CompletedTask;
    private int _disposed;

    private FunctionsHostDouble(HostDefinition definition, FunctionsHostOptions options, AppSettingNames settings)
    {
        if (!settings.HasConnection(AppSettingNames.HostStorage))
        {
            throw new FunctionsHostException(
                $"{Path.Combine(definition.Root, "host.json")}: there is no app setting for the connection {AppSettingNames.HostStorage}."
            );
        }

        _timings = options.Timings;
        Log = new HostLog(options.Clock);
        _journal = new InvocationJournal(Log);
        var launcher = new WorkerLauncher(definition, options, _server, _journal, Log);
        _supervisor = new WorkerSupervisor(launcher, options, Log);
        var timeout = _timings.FunctionTimeout ?? definition.FunctionTimeout;
        var invoker = new Invoker(_supervisor, _journal, timeout, options.Clock);
        _queues = new QueueListeners(definition, options, settings, invoker, Log, _dying.Token);
        var account = settings.Find(AppSettingNames.HostStorage) ?? string.Empty;
        _timers = definition
            .Enabled.Where(function => function.Timer is not null)
            .ToDictionary(
                function => function.Name,
                function => new TimerListener(function, account, invoker, options.Clock),
                StringComparer.OrdinalIgnoreCase
            );
        _front = new HttpFront(definition, options, _supervisor, _journal);
    }

    /// <summary>Raised when an invocation is over.</summary>
    public event Action<InvocationRecord>? Invoked
    {
        add => _journal.Ended += value;
        remove => _journal.Ended -= value;
    }

    /// <summary>The public address.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Everything the host and the worker wrote.</summary>
    public HostLog Log { get; }

    /// <summary>Invocations that are over, oldest first.</summary>
    public IReadOnlyCollection<InvocationRecord> Invocations => _journal.All;

    /// <summary>Completes with the reason when the host gives up its worker; the platform would start another instance.</summary>
    public Task<string> Stopped => _supervisor.Stopped;

    /// <summary>Where the worker listens: only this machine reaches it.</summary>
    public Uri? WorkerAddress => _supervisor.Current?.Channel.HttpAddress;

    /// <summary>The process id of the worker's present run, or null.</summary>
    public int? WorkerProcessId => _supervisor.Current?.Id;

    /// <summary>Starts an instance; completes when the worker listens and the public port is open.</summary>
    /// <exception cref="FunctionsHostException">The folder, a setting or the worker is wrong; the message says which file, or what the worker wrote.</exception>
    public static async Task<FunctionsHostDouble> StartAsync(
        FunctionsHostOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var settings = new AppSettingNames(options.AppSettings);
        var definition = HostReader.Read(options.PublishFolder, settings);
        var host = new FunctionsHostDouble(definition, options, settings);
        try
        {
            await host.RunAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the worker as <c>kill -9</c> does; the host starts it again.</summary>
    public void KillWorker() => _supervisor.Current?.Kill();

    /// <summary>Runs a timer function now.</summary>
    /// <param name="isPastDue">What the function is told.</param>
    /// <returns>Whether it succeeded.</returns>
    public Task<bool> FireTimerAsync(
        string function,
        bool isPastDue = false,
        CancellationToken cancellationToken = default
    ) =>
        _timers.TryGetValue(function, out var timer)
            ? timer.FireAsync(isPastDue, cancellationToken)
            : throw new FunctionsHostException($"There is no timer function {function}.");

    /// <summary>
    /// Stops as the platform asks a host to (SIGTERM): it listens no more, lets what runs come to its end for ten seconds, and then asks the worker to end itself,
    /// which has five seconds for it.
    /// </summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        using (var drain = new CancellationTokenSource(_timings.Drain))
        {
            var over = Task.WhenAll(_front.StopAsync(drain.Token), _queues.StopAsync(drain.Token), _ticking);
            await over.WaitAsync(drain.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_supervisor.Current is { } worker)
        {
            worker.Channel.Terminate();
            await ((Task)worker.Exited)
                .WaitAsync(_timings.Terminate, TimeProvider.System, _dying.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Log.Write(
                HostLogLevel.Information,
                worker.Exited.IsCompletedSuccessfully
                    ? $"The worker ended itself with code {await worker.Exited}."
                    : "The worker did not end itself, and is killed."
            );
        }

        await DisposeAsync();
    }

    /// <summary>Ends as an instance that dies: nothing is told to anybody, and the worker dies with it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _dying.CancelAsync();
        await _supervisor.DisposeAsync();
        await _queues
            .StopAsync(new CancellationToken(canceled: true))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _ticking;
        await _watching;
        await _front.DisposeAsync();
        await _server.DisposeAsync();
        _queues.Dispose();
        foreach (var timer in _timers.Values)
        {
            timer.Dispose();
        }

        _stopping.Dispose();
        _dying.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await _server.StartAsync(cancellationToken);
        _supervisor.Start();
        await _supervisor.ReadyAsync(cancellationToken);
        Address = await _front.StartAsync(cancellationToken);
        await _queues.StartAsync(cancellationToken);
        _ticking = Task.WhenAll(_timers.Values.Select(timer => timer.RunAsync(_stopping.Token, _dying.Token)));
        _watching = StopWithWorkerAsync();
    }

    /// <summary>A host without its worker listens no more.</summary>
    private async Task StopWithWorkerAsync()
    {
        await Stopped;
        await _stopping.CancelAsync();
    }
}

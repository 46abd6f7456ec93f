using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Handler;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Http;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost;

/// <summary>
/// One instance of a double of the Azure Functions host, for an app that is a custom handler: it runs the published executable and does to it what the
/// real host does. Several instances may run on one storage account, as when the platform scales out.
/// </summary>
internal sealed class FunctionsHostDouble : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _dying = new();
    private readonly HandlerSupervisor _supervisor;
    private readonly InvocationJournal _journal;
    private readonly HttpFront _front;
    private readonly Triggers _triggers;
    private Task _running = Task.CompletedTask;
    private Task _watching = Task.CompletedTask;
    private int _disposed;

    private FunctionsHostDouble(HostDefinition definition, FunctionsHostOptions options, AppSettingNames settings)
    {
        Log = new HostLog(options.Clock);
        _journal = new InvocationJournal(Log);
        _supervisor = new HandlerSupervisor(new HandlerLauncher(definition, options, Log), options, Log);
        _triggers = new Triggers(definition, options, settings, _supervisor, _journal, Log);
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

    /// <summary>Everything the host and the handler wrote.</summary>
    public HostLog Log { get; }

    /// <summary>Invocations that are over, oldest first.</summary>
    public IReadOnlyCollection<InvocationRecord> Invocations => _journal.All;

    /// <summary>Completes with the reason when the host gives up its handler; the platform would start another instance.</summary>
    public Task<string> Stopped => _supervisor.Stopped;

    /// <summary>Where the handler listens: only this machine reaches it.</summary>
    public Uri HandlerAddress => _supervisor.Address;

    /// <summary>The process id of the handler's present run, or null.</summary>
    public int? HandlerProcessId => _supervisor.Current?.Id;

    /// <summary>Starts an instance; completes when the handler listens and the public port is open.</summary>
    /// <exception cref="FunctionsHostException">The folder, a setting or the handler is wrong; the message says which file, or what the handler wrote.</exception>
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

    /// <summary>Kills the handler as <c>kill -9</c> does; the host starts it again.</summary>
    public void KillHandler() => _supervisor.Current?.Kill();

    /// <summary>Runs a timer function now.</summary>
    /// <param name="isPastDue">What the function is told.</param>
    /// <returns>Whether it succeeded.</returns>
    public Task<bool> FireTimerAsync(
        string function,
        bool isPastDue = false,
        CancellationToken cancellationToken = default
    ) => _triggers.FireAsync(function, isPastDue, cancellationToken);

    /// <summary>Scales this instance in: no new messages, those at work come to their end, then the handler is killed.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        await DisposeAsync();
    }

    /// <summary>The instance dies at once: what it has leased comes back when the leases run out.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _dying.CancelAsync();
        await _supervisor.DisposeAsync();
        await _running;
        await _watching;
        await _front.DisposeAsync();
        _triggers.Dispose();
        _stopping.Dispose();
        _dying.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        _supervisor.Start();
        await _supervisor.ReadyAsync(cancellationToken);
        Address = await _front.StartAsync(cancellationToken);
        _running = _triggers.RunAsync(_stopping.Token, _dying.Token);
        _watching = StopWithHandlerAsync();
    }

    private async Task StopWithHandlerAsync()
    {
        await Stopped;
        await _stopping.CancelAsync();
    }
}

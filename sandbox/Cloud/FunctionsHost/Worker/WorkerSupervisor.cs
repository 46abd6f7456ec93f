using System.Globalization;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Worker;

/// <summary>Keeps the worker running by the host's rules.</summary>
internal sealed class WorkerSupervisor(WorkerLauncher launcher, FunctionsHostOptions options, HostLog log)
    : IAsyncDisposable
{
    /// <summary>By this an app asks to be started again.</summary>
    private const int RestartCode = 200;

    /// <summary>An invocation waits for a worker this many times as long as one run may take to be ready.</summary>
    private const int Runs = 4;

    /// <summary>What starting and ending processes may take besides.</summary>
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly ErrorCount _errors = new(options.Timings.ErrorWindow);
    private readonly TaskCompletionSource<string> _stopped = New<string>();
    private TaskCompletionSource<WorkerProcess> _ready = New<WorkerProcess>();
    private TaskCompletionSource _restart = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WorkerProcess? _current;
    private Task _work = Task.CompletedTask;

    /// <summary>Completes with the reason when the host gives the worker up.</summary>
    public Task<string> Stopped => _stopped.Task;

    /// <summary>The process of the present run.</summary>
    public WorkerProcess? Current
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    /// <summary>Begins to run it.</summary>
    public void Start() => _work = RunAsync();

    /// <summary>Completes with a worker that is ready, or was last.</summary>
    /// <exception cref="FunctionsHostException">There is none, and will be none.</exception>
    public async Task<WorkerProcess> ReadyAsync(CancellationToken cancellationToken)
    {
        Task<WorkerProcess> ready;
        lock (_gate)
        {
            ready = _ready.Task;
        }

        try
        {
            var limit = (launcher.InitializationTimeout * Runs) + Slowness;
            await Task.WhenAny(ready, Stopped).WaitAsync(limit, options.Clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            GiveUp("The worker did not become ready. Shutting down Functions Host.");
        }

        return ready.IsCompleted ? await ready : throw new FunctionsHostException(await Stopped);
    }

    /// <summary>Kills a run and begins the next: a function took too long.</summary>
    public void Restart(WorkerProcess worker)
    {
        lock (_gate)
        {
            if (_current == worker)
            {
                _restart.TrySetResult();
            }
        }
    }

    /// <summary>Kills the worker.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _work;
        _stopped.TrySetResult("The host was stopped.");
        _stopping.Dispose();
    }

    private static TaskCompletionSource<T> New<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync()
    {
        try
        {
            while (await RunOnceAsync())
            {
                log.Write(HostLogLevel.Information, "Restarting the worker.");
            }
        }
        catch (FunctionsHostException refused)
        {
            GiveUp(refused.Message);
        }
    }

    /// <returns>Whether there is a next run.</returns>
    private async Task<bool> RunOnceAsync()
    {
        await using var worker = launcher.Start();
        lock (_gate)
        {
            _current = worker;
            _restart = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        var end = await LiveAsync(worker);
        if (end == WorkerEnd.Gone)
        {
            // Its port stays the worker's: whatever is called from now on is refused.
            await Task.Delay(Timeout.InfiniteTimeSpan, options.Clock, _stopping.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return false;
        }

        if (end == WorkerEnd.Error && !_errors.Add(options.Clock.GetUtcNow()))
        {
            GiveUp(
                $"Exceeded language worker restart retry count for runtime:dotnet-isolated. Shutting down Functions Host. {worker.LastErrors}"
            );
            return false;
        }

        Unready();
        return end != WorkerEnd.Stopping;
    }

    private async Task<WorkerEnd> LiveAsync(WorkerProcess worker)
    {
        var ready = worker.Channel.Ready;
        var stopping = Task.Delay(Timeout.InfiniteTimeSpan, options.Clock, _stopping.Token);
        var late = Task.Delay(launcher.InitializationTimeout, options.Clock, _stopping.Token);
        await Task.WhenAny(ready, worker.Failed, late);
        if (!ready.IsCompletedSuccessfully)
        {
            return worker.Exited.IsCompleted || _stopping.IsCancellationRequested
                ? End(worker)
                : TooLate(ready.Exception);
        }

        lock (_gate)
        {
            _ready.TrySetResult(worker);
        }

        log.Write(
            HostLogLevel.Information,
            $"The worker listens at {worker.Channel.HttpAddress}, process {worker.Id}."
        );
        await Task.WhenAny(worker.Exited, _restart.Task, stopping);
        return End(worker);
    }

    private WorkerEnd End(WorkerProcess worker)
    {
        if (_stopping.IsCancellationRequested)
        {
            return WorkerEnd.Stopping;
        }

        if (!worker.Exited.IsCompletedSuccessfully)
        {
            log.Write(HostLogLevel.Warning, "The worker is killed: a function took too long.");
            return WorkerEnd.Restart;
        }

        var code = worker.Exited.Result;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"The worker, process {worker.Id}, exited with code {code}. {worker.LastErrors}"
        );
        log.Write(code == 0 ? HostLogLevel.Information : HostLogLevel.Error, text);
        return code switch
        {
            0 => WorkerEnd.Gone,
            RestartCode => WorkerEnd.Restart,
            _ => WorkerEnd.Error,
        };
    }

    private WorkerEnd TooLate(Exception? refusal)
    {
        var reason =
            refusal?.GetBaseException().Message ?? $"It was not ready within {launcher.InitializationTimeout}.";
        log.Write(HostLogLevel.Error, $"The worker is of no use. {reason}");
        return WorkerEnd.Error;
    }

    private void Unready()
    {
        lock (_gate)
        {
            if (_ready.Task.IsCompleted)
            {
                _ready = New<WorkerProcess>();
            }
        }
    }

    private void GiveUp(string reason)
    {
        log.Write(HostLogLevel.Error, reason);
        _stopped.TrySetResult(reason.TrimEnd());
    }

    /// <summary>How a run came to its end.</summary>
    private enum WorkerEnd
    {
        /// <summary>The host stops.</summary>
        Stopping,

        /// <summary>The process ended with 0: the host starts no other.</summary>
        Gone,

        /// <summary>The process asked for it, or the host did.</summary>
        Restart,

        /// <summary>The process crashed or was never ready.</summary>
        Error,
    }
}

using System.Globalization;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Handler;

/// <summary>Keeps the handler running by the host's rules.</summary>
internal sealed class HandlerSupervisor(HandlerLauncher launcher, FunctionsHostOptions options, HostLog log)
    : IAsyncDisposable
{
    /// <summary>By this an app asks to be started again.</summary>
    private const int RestartCode = 200;

    /// <summary>An invocation waits for a handler this many times as long as one run may take to open its port.</summary>
    private const int Runs = 4;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly ErrorCount _errors = new(options.Timings.ErrorWindow);
    private readonly TaskCompletionSource<string> _stopped = New<string>();
    private TaskCompletionSource<HandlerProcess> _ready = New<HandlerProcess>();
    private TaskCompletionSource _restart = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HandlerProcess? _current;
    private Task _work = Task.CompletedTask;

    /// <summary>Completes with the reason when the host gives the handler up.</summary>
    public Task<string> Stopped => _stopped.Task;

    /// <summary>Where the handler listens.</summary>
    public Uri Address => launcher.Address;

    /// <summary>The process of the present run.</summary>
    public HandlerProcess? Current
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

    /// <summary>Completes with a handler that listens, or listened last.</summary>
    /// <exception cref="FunctionsHostException">There is none, and will be none.</exception>
    public async Task<HandlerProcess> ReadyAsync(CancellationToken cancellationToken)
    {
        Task<HandlerProcess> ready;
        lock (_gate)
        {
            ready = _ready.Task;
        }

        try
        {
            var limit = launcher.InitializationTimeout * Runs;
            await Task.WhenAny(ready, Stopped).WaitAsync(limit, options.Clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            GiveUp("The handler did not become ready. Shutting down Functions Host.");
        }

        return ready.IsCompleted ? await ready : throw new FunctionsHostException(await Stopped);
    }

    /// <summary>Kills a run and begins the next: a function took too long.</summary>
    public void Restart(HandlerProcess handler)
    {
        lock (_gate)
        {
            if (_current == handler)
            {
                _restart.TrySetResult();
            }
        }
    }

    /// <summary>Kills the handler.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _work;
        _stopped.TrySetResult("The host was stopped.");
        _stopping.Dispose();
        launcher.Dispose();
    }

    private static TaskCompletionSource<T> New<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync()
    {
        try
        {
            while (await RunOnceAsync())
            {
                log.Write(HostLogLevel.Information, "Restarting the handler.");
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
        await using var handler = launcher.Start();
        lock (_gate)
        {
            _current = handler;
            _restart = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        var end = await LiveAsync(handler);
        if (end == HandlerEnd.Gone)
        {
            // Its port stays the handler's: whatever is called from now on is refused.
            await Task.Delay(Timeout.InfiniteTimeSpan, options.Clock, _stopping.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return false;
        }

        if (end == HandlerEnd.Error && !_errors.Add(options.Clock.GetUtcNow()))
        {
            GiveUp($"Exceeded http worker restart retry count. Shutting down Functions Host. {handler.LastErrors}");
            return false;
        }

        Unready();
        return end != HandlerEnd.Stopping;
    }

    private async Task<HandlerEnd> LiveAsync(HandlerProcess handler)
    {
        using var knocking = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var opened = launcher.KnockAsync(knocking.Token);
        await Task.WhenAny(opened, handler.Exited);
        if (await IsFailureAsync(handler))
        {
            await knocking.CancelAsync();
            await opened;
            return End(handler);
        }

        if (!await opened)
        {
            return _stopping.IsCancellationRequested ? HandlerEnd.Stopping : TooLate();
        }

        lock (_gate)
        {
            _ready.TrySetResult(handler);
        }

        log.Write(HostLogLevel.Information, $"The handler listens at {launcher.Address}, process {handler.Id}.");
        var stopping = Task.Delay(Timeout.InfiniteTimeSpan, options.Clock, _stopping.Token);
        await Task.WhenAny(handler.Exited, _restart.Task, stopping);
        return End(handler);
    }

    /// <summary>One that ends with 0 before it listens is noticed only by its silence.</summary>
    private static async Task<bool> IsFailureAsync(HandlerProcess handler) =>
        handler.Exited.IsCompleted && await handler.Exited != 0;

    private HandlerEnd End(HandlerProcess handler)
    {
        if (_stopping.IsCancellationRequested)
        {
            return HandlerEnd.Stopping;
        }

        if (!handler.Exited.IsCompletedSuccessfully)
        {
            log.Write(HostLogLevel.Warning, "The handler is killed: a function took too long.");
            return HandlerEnd.Restart;
        }

        var code = handler.Exited.Result;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"The handler, process {handler.Id}, exited with code {code}. {handler.LastErrors}"
        );
        log.Write(code == 0 ? HostLogLevel.Information : HostLogLevel.Error, text);
        return code switch
        {
            0 => HandlerEnd.Gone,
            RestartCode => HandlerEnd.Restart,
            _ => HandlerEnd.Error,
        };
    }

    private HandlerEnd TooLate()
    {
        log.Write(HostLogLevel.Error, $"The handler did not open its port within {launcher.InitializationTimeout}.");
        return HandlerEnd.Error;
    }

    private void Unready()
    {
        lock (_gate)
        {
            if (_ready.Task.IsCompleted)
            {
                _ready = New<HandlerProcess>();
            }
        }
    }

    private void GiveUp(string reason)
    {
        log.Write(HostLogLevel.Error, reason);
        _stopped.TrySetResult(reason.TrimEnd());
    }
}

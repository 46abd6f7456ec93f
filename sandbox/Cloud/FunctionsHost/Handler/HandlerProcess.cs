using System.Collections.Concurrent;
using System.Diagnostics;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Handler;

/// <summary>One run of the custom handler. What it writes becomes log records.</summary>
internal sealed class HandlerProcess : IAsyncDisposable
{
    private const int LinesOfErrors = 3;

    /// <summary>What is not for people: https://learn.microsoft.com/azure/azure-functions/functions-custom-handlers.</summary>
    private const string SystemLine = "LanguageWorkerConsoleLog";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly HostLog _log;
    private readonly TimeProvider _clock;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HandlerProcess(Process process, HostLog log, TimeProvider clock)
    {
        _process = process;
        _log = log;
        _clock = clock;
    }

    /// <summary>The process id.</summary>
    public int Id { get; private set; }

    /// <summary>Completes with the exit code when the process has ended.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>The last lines of its standard error, as the host shows them with a crash.</summary>
    public string LastErrors => string.Join(' ', _errors.TakeLast(LinesOfErrors));

    /// <summary>Starts it.</summary>
    /// <param name="description">What to start.</param>
    /// <param name="environment">All of its environment.</param>
    /// <param name="log">Gets what it writes.</param>
    /// <param name="clock">Measures how long its end may take.</param>
    /// <exception cref="FunctionsHostException">The system refuses to run it.</exception>
    public static HandlerProcess Start(
        HandlerDescription description,
        IReadOnlyDictionary<string, string> environment,
        HostLog log,
        TimeProvider clock
    )
    {
        var start = new ProcessStartInfo(description.Executable, description.Arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = description.WorkingDirectory,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var handler = new HandlerProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, log, clock);
        try
        {
            handler.Run();
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new FunctionsHostException($"{description.Executable} does not start: {problem.Message}", problem);
        }

        return handler;
    }

    /// <summary>SIGKILL to this process alone; what it started lives on.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended, or was never there.
        }
    }

    /// <summary>Kills it if it still runs, and waits a second.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await ((Task)Exited).WaitAsync(Patience, _clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();
    }

    private void Run()
    {
        _process.OutputDataReceived += (_, line) => ReadOutput(line.Data);
        _process.ErrorDataReceived += (_, line) => ReadError(line.Data);
        _process.Exited += (_, _) => _ = FinishAsync();
        _process.Start();
        Id = _process.Id;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its last lines come with its end, unless a child of its own keeps the pipes open.</summary>
    private async Task FinishAsync()
    {
        var code = _process.ExitCode;
        using var patience = new CancellationTokenSource(Patience, _clock);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _exited.TrySetResult(code);
    }

    private void ReadOutput(string? line)
    {
        if (line is not null)
        {
            _log.Write(HostLogLevel.Information, Category(line), line);
        }
    }

    private void ReadError(string? line)
    {
        if (line is null)
        {
            return;
        }

        _errors.Enqueue(line);
        var level = line.Contains("warn", StringComparison.OrdinalIgnoreCase)
            ? HostLogLevel.Warning
            : HostLogLevel.Error;
        _log.Write(level, Category(line), line);
    }

    private static string Category(string line) =>
        line.StartsWith(SystemLine, StringComparison.OrdinalIgnoreCase) ? SystemLine : HostLogRecord.Console;
}

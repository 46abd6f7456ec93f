using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Worker;

/// <summary>One run of the worker. What it writes becomes log records.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const int LinesOfErrors = 3;

    /// <summary>What is not for people.</summary>
    private const string SystemLine = "LanguageWorkerConsoleLog";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly HostLog _log;
    private readonly TimeProvider _clock;
    private Process? _deathwatch;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(Process process, WorkerChannel channel, HostLog log, TimeProvider clock)
    {
        Channel = channel;
        _process = process;
        _log = log;
        _clock = clock;
    }

    /// <summary>The process id.</summary>
    public int Id { get; private set; }

    /// <summary>Completes with the exit code when the process has ended.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>Completes when it ends with a fault; one that ends with 0 before is noticed only by its silence.</summary>
    public Task Failed => _failed.Task;

    /// <summary>The last lines of its standard error, as the host shows them with a crash.</summary>
    public string LastErrors => string.Join(' ', _errors.TakeLast(LinesOfErrors));

    /// <summary>The talk with it.</summary>
    public WorkerChannel Channel { get; }

    /// <summary>Starts it with the host's own environment, and the app settings over it.</summary>
    /// <exception cref="FunctionsHostException">The system refuses to run it.</exception>
    public static WorkerProcess Start(
        HostDefinition definition,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        WorkerChannel channel,
        HostLog log,
        TimeProvider clock
    )
    {
        var start = new ProcessStartInfo(definition.Worker.Executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = definition.Root,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var worker = new WorkerProcess(process, channel, log, clock);
        try
        {
            worker.Run();
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new FunctionsHostException(
                $"{definition.Worker.Executable} does not start: {problem.Message}",
                problem
            );
        }

        return worker;
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
        Channel.End();
        await ((Task)Exited).WaitAsync(Patience, _clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();
        EndDeathwatch();
    }

    private void Run()
    {
        _process.OutputDataReceived += (_, line) => ReadOutput(line.Data);
        _process.ErrorDataReceived += (_, line) => ReadError(line.Data);
        _process.Exited += (_, _) => _ = FinishAsync();
        _process.Start();
        Id = _process.Id;
        _deathwatch = WatchOver(Id);
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
        Channel.End();
        if (code != 0)
        {
            _failed.TrySetResult();
        }
    }

    /// <summary>Ends the worker when this process goes, however that comes: the real host leaves it running.</summary>
    private static Process? WatchOver(int id) =>
        OperatingSystem.IsWindows()
            ? null
            : Process.Start(
                new ProcessStartInfo(
                    "/bin/sh",
                    ["-c", "read -r _; kill -9 \"$0\"", id.ToString(CultureInfo.InvariantCulture)]
                )
                {
                    RedirectStandardInput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            );

    private void EndDeathwatch()
    {
        if (_deathwatch is { } watch)
        {
            _deathwatch = null;
            watch.Kill();
            watch.Dispose();
        }
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

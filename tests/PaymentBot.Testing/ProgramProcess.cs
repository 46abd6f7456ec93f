using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace PaymentBot.Testing;

/// <summary>A program of ours as a child process: with the settings given and no others.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "DOTNET_ROOT", "LANG"];

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private ProgramProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Raised for every line of the standard output, on a thread of its own.</summary>
    public event Action<string>? Wrote;

    public IReadOnlyCollection<string> Output => _output;

    public IReadOnlyCollection<string> Errors => _errors;

    public bool HasExited => _process.HasExited;

    /// <summary>All that it wrote, for the message of a failed assertion.</summary>
    public string Everything => string.Join('\n', _output.Concat(_errors));

    /// <summary>Starts a program of the build.</summary>
    /// <param name="assembly">The program's assembly.</param>
    /// <param name="settings">Environment variables; <c>:</c> stands for <c>__</c>.</param>
    /// <param name="folder">The working directory.</param>
    public static ProgramProcess Start(
        string assembly,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?> settings,
        string folder
    ) => StartCommand("dotnet", ["exec", assembly, .. arguments], settings, folder);

    /// <summary>Starts any command with these settings.</summary>
    public static ProgramProcess StartCommand(
        string command,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?> settings,
        string folder
    )
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        foreach (var name in start.Environment.Keys.Except(Inherited, StringComparer.Ordinal).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new ProgramProcess(start);
    }

    /// <summary>Starts a program and waits for its end.</summary>
    public static async Task<Finished> RunAsync(
        string assembly,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?> settings,
        string folder
    )
    {
        await using var process = Start(assembly, arguments, settings, folder);
        return await process.FinishAsync();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<Finished> FinishAsync()
    {
        var code = await WaitForExitAsync();
        return new Finished(code, string.Join('\n', Output), string.Join('\n', Errors));
    }

    /// <summary>SIGKILL: it learns nothing of it.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM: it is asked to stop.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await WaitForExitAsync();
    }

    /// <summary>Completes when it has ended and everything it wrote has been read.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Eventually.Limit);
        return _process.ExitCode;
    }

    /// <summary>Completes when something answers at the address.</summary>
    public async Task WaitForAnswerAsync(Uri address)
    {
        using var http = new HttpClient();
        await Eventually.IsAsync(
            async () => await AnswersAsync(http, address),
            () => $"{address} does not answer; the program wrote:\n{Everything}"
        );
    }

    /// <summary>Completes with the first line of the standard output that fits.</summary>
    public async Task<string> WaitForLineAsync(Func<string, bool> fits)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(string line)
        {
            if (fits(line))
            {
                found.TrySetResult(line);
            }
        }

        Wrote += Look;
        foreach (var line in _output)
        {
            Look(line);
        }

        return await found.Task.WaitAsync(Eventually.Limit);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (lines == _output)
        {
            Wrote?.Invoke(line);
        }
    }

    private async Task<bool> AnswersAsync(HttpClient http, Uri address)
    {
        Assert.False(HasExited, Everything);
        try
        {
            using var response = await http.GetAsync(address);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A program that has ended.</summary>
    internal sealed record Finished(int ExitCode, string Output, string Errors);
}

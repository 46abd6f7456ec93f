using System.ComponentModel;
using System.Diagnostics;

namespace PaymentBot.Sandbox.Hosting.Hosted;

/// <summary>Runs a tool of the machine to its end.</summary>
internal static class ToolRun
{
    private const int LinesShown = 20;

    /// <summary>Runs it quietly.</summary>
    /// <param name="tool">The command on PATH.</param>
    /// <param name="folder">Where to run it.</param>
    /// <exception cref="SandboxException">It is not installed, or it failed; the message says what it wrote.</exception>
    public static async Task RunAsync(
        string tool,
        IEnumerable<string> arguments,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        using var process = Start(tool, start);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            var lines = $"{await output}\n{await errors}".Split('\n', StringSplitOptions.RemoveEmptyEntries);
            throw new SandboxException(
                $"'{tool} {string.Join(' ', start.ArgumentList)}' failed:\n{string.Join('\n', lines.TakeLast(LinesShown))}"
            );
        }
    }

    private static Process Start(string tool, ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new SandboxException($"{tool} does not start.");
        }
        catch (Win32Exception)
        {
            throw new SandboxException($"{tool} is not installed, or not on PATH.");
        }
    }
}

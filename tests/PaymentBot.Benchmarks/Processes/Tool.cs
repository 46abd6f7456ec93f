using System.Diagnostics;

namespace PaymentBot.Benchmarks.Processes;

/// <summary>Runs a tool to its end.</summary>
internal static class Tool
{
    /// <summary>Runs it and waits.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string tool, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{tool} failed:\n{output}\n{await errors}");
    }
}

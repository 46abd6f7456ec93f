using System.Diagnostics;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Vps;

/// <summary>Programs of the machine that a test needs; tests/run.sh installs them.</summary>
internal static class Tool
{
    private static readonly Dictionary<string, string?> NoSettings = new(StringComparer.Ordinal);

    /// <summary>Where a program is; skips the test when it is not here.</summary>
    public static string Need(string name)
    {
        var folders = (new ProcessStartInfo().Environment["PATH"] ?? string.Empty)
            .Split(Path.PathSeparator)
            .Concat(["/usr/sbin", "/sbin"]);
        var found = folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Skip.If(found is null, $"{name} is not installed on this machine; tests/run.sh installs it.");
        return found;
    }

    /// <summary>Skips the test when it does not run as root.</summary>
    public static void NeedRoot() =>
        Skip.IfNot(
            string.Equals(new ProcessStartInfo().Environment["HOME"], "/root", StringComparison.Ordinal)
                || string.Equals(System.Environment.UserName, "root", StringComparison.Ordinal),
            "This needs root."
        );

    public static Task<ProgramProcess.Finished> RunAsync(string command, params string[] arguments) =>
        RunAsync(command, NoSettings, arguments);

    public static async Task<ProgramProcess.Finished> RunAsync(
        string command,
        IReadOnlyDictionary<string, string?> settings,
        params string[] arguments
    )
    {
        await using var process = ProgramProcess.StartCommand(command, arguments, settings, Path.GetTempPath());
        return await process.FinishAsync();
    }

    public static ProgramProcess.Finished Succeeded(ProgramProcess.Finished seen)
    {
        Assert.True(seen.ExitCode == 0, $"{seen.Output}\n{seen.Errors}");
        return seen;
    }
}

using System.Diagnostics;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Infra;

/// <summary>Microsoft's own compiler, where it is installed: it knows the properties of every resource.</summary>
public sealed class BicepCompilerTests
{
    private const string WhyMissing = "There is no Bicep compiler on this machine; 'az bicep install' brings one.";

    private static readonly string s_folder = Path.Combine(Built.Repository, "infra");

    [SkippableTheory]
    [InlineData("build", "main.bicep")]
    [InlineData("build-params", "main.bicepparam")]
    public async Task Compiler_finds_neither_error_nor_warning(string command, string file)
    {
        var compiler = Find();
        Skip.If(compiler is null, WhyMissing);
        await using var process = ProgramProcess.StartCommand(
            compiler,
            [command, Path.Combine(s_folder, file), "--stdout"],
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
            s_folder
        );

        Assert.Equal(0, await process.WaitForExitAsync());
        Assert.Empty(process.Errors);
    }

    private static string? Find()
    {
        var environment = new ProcessStartInfo().Environment;
        var folders = (environment["PATH"] ?? string.Empty)
            .Split(Path.PathSeparator)
            .Append(Path.Combine(environment["HOME"] ?? string.Empty, ".azure", "bin"));
        return folders.Select(folder => Path.Combine(folder, "bicep")).FirstOrDefault(File.Exists);
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using PaymentBot.Benchmarks.Processes;

namespace PaymentBot.Benchmarks.Report;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static async Task<string> DescribeAsync(TimeProvider clock)
    {
        var node = (await Tool.RunAsync("node", ["--version"], Environment.CurrentDirectory)).Trim();
        var cpu = Field("/proc/cpuinfo", "model name", ':');
        var system = Field("/etc/os-release", "PRETTY_NAME", '=').Trim('"');
        var memory =
            long.Parse(Field("/proc/meminfo", "MemTotal", ':').Split(' ')[0], CultureInfo.InvariantCulture) / 1e6;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores of {cpu}, {memory:0} GB, {system}, {RuntimeInformation.FrameworkDescription}, Node {node}, {clock.GetUtcNow():yyyy-MM-dd}."
        );
    }

    private static string Field(string file, string name, char separator) =>
        File.ReadLines(file)
            .Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(separator, StringComparison.Ordinal) + 1)..].Trim())
            .FirstOrDefault("unknown");
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace PaymentBot.Benchmarks.Processes;

/// <summary>What a process has used, as Linux counts it.</summary>
/// <param name="Cpu">User and system time of all its threads since its start.</param>
/// <param name="ResidentBytes">Memory now, shared pages of files included.</param>
/// <param name="AnonymousBytes">Memory now that is the process's own: heaps and stacks.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProcessUsage(TimeSpan Cpu, long ResidentBytes, long AnonymousBytes)
{
    private const int UserTimeAfterName = 11;
    private const double TicksPerSecond = 100;

    public static ProcessUsage Of(int processId)
    {
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = Number(fields[UserTimeAfterName]) + Number(fields[UserTimeAfterName + 1]);
        var status = File.ReadAllLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/status"));
        return new ProcessUsage(
            TimeSpan.FromSeconds(ticks / TicksPerSecond),
            Kilobytes(status, "VmRSS:") * 1024,
            Kilobytes(status, "RssAnon:") * 1024
        );
    }

    private static long Kilobytes(string[] status, string name) =>
        Number(
            status
                .First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..]
                .Replace("kB", "", StringComparison.Ordinal)
        );

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}

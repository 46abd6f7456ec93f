using System.Collections.Concurrent;
using PaymentBot.OneScript;

namespace PaymentBot.Tests.OneC;

/// <summary>Runs the sample's scripts in the interpreter of the tests.</summary>
internal static class Sample
{
    public static string Manifest { get; } = Path.Combine(CaseList.Folder, "oscript", "lib.config");

    public static string Suite { get; } = Path.Combine(CaseList.Folder, "tests", "suite.os");

    /// <summary>A machine with the sample's modules loaded.</summary>
    /// <param name="print">Takes what scripts print.</param>
    /// <param name="time">The clock.</param>
    /// <param name="environment">Environment variables.</param>
    public static BslMachine Load(
        Action<string> print,
        TimeProvider time,
        params (string Name, string Value)[] environment
    )
    {
        var world = new BslWorld
        {
            Time = time,
            Folder = Path.GetDirectoryName(Suite)!,
            Environment = environment.ToDictionary(pair => pair.Name, pair => pair.Value),
            Print = print,
        };
        var machine = new BslMachine(world);
        machine.Load(Manifest);
        return machine;
    }

    /// <summary>Runs one case of the suite; fails with what the suite says.</summary>
    public static void Check(string name, TimeProvider time, Uri? bot = null)
    {
        var lines = new ConcurrentQueue<string>();
        var machine = Load(
            lines.Enqueue,
            time,
            ("PAYMENTBOT_CASE", name),
            ("PAYMENTBOT_URL", bot?.ToString().TrimEnd('/') ?? string.Empty)
        );
        var code = machine.Start(Suite);

        Assert.Equal([$"ok - {name}"], lines);
        Assert.Equal(0, code);
    }
}

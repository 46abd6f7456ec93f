using System.Globalization;
using PaymentBot.Benchmarks.Data;
using PaymentBot.Benchmarks.Load;
using PaymentBot.Benchmarks.Processes;
using PaymentBot.Benchmarks.Report;
using PaymentBot.Benchmarks.StandIns;

namespace PaymentBot.Benchmarks.Measurements;

/// <summary>The same tap, handled by our bot, by two frameworks and by a bare minimal API, against one stand-in.</summary>
internal sealed class TapsMeasurement(Bench bench)
{
    private static readonly int[] Connections = [1, 16, 64];
    private static readonly int[] Latencies = [0, 50];

    private readonly TimeSpan _warmUp = TimeSpan.FromSeconds(bench.Quick ? 2 : 6);
    private readonly TimeSpan _time = TimeSpan.FromSeconds(bench.Quick ? 2 : 5);
    private readonly int _requests = bench.Quick ? 16_000 : 50_000;

    public async Task RunAsync()
    {
        await Output.ProgressAsync($"Preparing {_requests} requests.");
        var store = Path.Combine(bench.Folder, "taps-template.db");
        await StoreFiller.FillAsync(store, 0, _requests, bench.Clock);
        var calls = Enumerable.Range(0, _requests).Select(Calls.Tap).ToList();
        await using var standIn = await FastStandIn.StartAsync(bench.Clock);
        var table = new MarkdownTable(
            "Taps. Ours checks secret, button and person, claims the decision on disk, queues it for the ERP and answers in the webhook's own "
                + "response; the others store nothing. \"Calls\" are Bot API calls per tap while the load ran.",
            "Bot",
            "Telegram answers after, ms",
            "Connections",
            "Taps/s",
            "p50, ms",
            "p99, ms",
            "CPU s per 1,000 taps",
            "Memory, MB",
            "Calls"
        );
        var programs = bench.Programs;
        BotProgram[] all = [programs.Ours, programs.GrammY, programs.Telegraf, programs.Bare];
        var compared = all.Where(IsWanted).ToList();
        foreach (var latency in Latencies)
        {
            standIn.Latency = TimeSpan.FromMilliseconds(latency);
            foreach (var connections in Connections.Where(IsWanted))
            {
                foreach (var program in compared)
                {
                    await MeasureAsync(program, standIn, store, calls, connections, table);
                }
            }
        }

        await Output.TableAsync(table);
    }

    private async Task MeasureAsync(
        BotProgram program,
        FastStandIn standIn,
        string store,
        IReadOnlyList<byte[]> calls,
        int connections,
        MarkdownTable table
    )
    {
        var world = bench.World(standIn.Address, "taps.db");
        bench.Copy(store, "taps.db");
        var source = new CallSource(calls, repeat: !program.Stores);
        LoadResult result;
        await using (var bot = BotChild.Start(program, world, bench.Clock))
        {
            await bot.FirstAnswerAsync(Calls.UnknownUpdate());
            var warm = await LoadRun.RunAsync(bot.Address, source, connections, _warmUp, bench.Clock);
            var (callsBefore, usageBefore) = (standIn.BotApiCalls, bot.Usage);
            result = await LoadRun.RunAsync(bot.Address, source, connections, _time, bench.Clock);
            var (callsAfter, usage) = (standIn.BotApiCalls, bot.Usage);
            Require(result.Failed + warm.Failed == 0, $"{program.Name} refused taps.");
            double taps = result.SortedTimes.Count;
            table.Add(
                program.Name,
                Figures.Whole(standIn.Latency.TotalMilliseconds),
                Figures.Whole(connections),
                Figures.Whole(result.PerSecond),
                Figures.Milliseconds(result.Median),
                Figures.Milliseconds(result.Slowest1Percent),
                Figures.Fine((usage.Cpu - usageBefore.Cpu).TotalSeconds / taps * 1000),
                Figures.Megabytes(usage.ResidentBytes),
                Figures.Fine((callsAfter - callsBefore) / taps)
            );
        }

        await Output.ProgressAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{program.Name}, {standIn.Latency.TotalMilliseconds} ms, {connections} connections: {result.PerSecond:0} taps/s, p99 {result.Slowest1Percent.TotalMilliseconds:0.0} ms."
            )
        );
        if (program.Stores)
        {
            var decided = await StoreFiller.CountDecisionsAsync(world.Database, source.Taken, bench.Clock);
            Require(decided >= source.Taken, $"{source.Taken} taps were answered, {decided} decisions are stored.");
        }
    }

    private bool IsWanted(BotProgram program) =>
        bench.OnlyBot is not { } only || program.Name.StartsWith(only, StringComparison.Ordinal);

    private bool IsWanted(int connections) =>
        bench.OnlyConnections is not { } only
        || string.Equals(only, connections.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}

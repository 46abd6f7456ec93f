using PaymentBot.Benchmarks.Data;
using PaymentBot.Benchmarks.Load;
using PaymentBot.Benchmarks.Processes;
using PaymentBot.Benchmarks.Report;
using PaymentBot.Benchmarks.StandIns;

namespace PaymentBot.Benchmarks.Measurements;

/// <summary>Memory at rest and after a load of taps.</summary>
internal sealed class MemoryMeasurement(Bench bench)
{
    private const int LoadConnections = 16;

    private readonly TimeSpan _rest = TimeSpan.FromSeconds(bench.Quick ? 3 : 10);
    private readonly TimeSpan _load = TimeSpan.FromSeconds(bench.Quick ? 3 : 10);
    private readonly int _requests = bench.Quick ? 10_000 : 60_000;

    public async Task RunAsync()
    {
        var store = Path.Combine(bench.Folder, "memory.db");
        await StoreFiller.FillAsync(store, 0, _requests, bench.Clock);
        var calls = Enumerable.Range(0, _requests).Select(Calls.Tap).ToList();
        await using var standIn = await FastStandIn.StartAsync(bench.Clock);
        var world = bench.World(standIn.Address, "memory.db");
        var table = new MarkdownTable(
            $"Memory in MB: {_rest.TotalSeconds:0} s after the first answered call, and at the end of {_load.TotalSeconds:0} s of taps over {LoadConnections} connections. \"Own\" leaves out the pages of the program's files.",
            "Bot",
            "At rest",
            "Own",
            "Under load",
            "Own"
        );
        var programs = bench.Programs;
        foreach (var program in (BotProgram[])[programs.Ours, programs.Bare, programs.GrammY, programs.Telegraf])
        {
            await using var bot = BotChild.Start(program, world, bench.Clock);
            await bot.FirstAnswerAsync(Calls.UnknownUpdate());
            await Task.Delay(_rest, bench.Clock);
            var rest = bot.Usage;
            await LoadRun.RunAsync(
                bot.Address,
                new CallSource(calls, repeat: !program.Stores),
                LoadConnections,
                _load,
                bench.Clock
            );
            var load = bot.Usage;
            table.Add(
                program.Name,
                Figures.Megabytes(rest.ResidentBytes),
                Figures.Megabytes(rest.AnonymousBytes),
                Figures.Megabytes(load.ResidentBytes),
                Figures.Megabytes(load.AnonymousBytes)
            );
            await Output.ProgressAsync($"{program.Name}: {Figures.Megabytes(rest.ResidentBytes)} MB at rest.");
        }

        await Output.TableAsync(table);
    }
}

using PaymentBot.Benchmarks.Data;
using PaymentBot.Benchmarks.Processes;
using PaymentBot.Benchmarks.Report;
using PaymentBot.Benchmarks.StandIns;

namespace PaymentBot.Benchmarks.Measurements;

/// <summary>From the start of the process to the first answered webhook.</summary>
internal sealed class StartupMeasurement(Bench bench)
{
    private readonly int _rounds = bench.Quick ? 3 : 10;

    public async Task RunAsync()
    {
        var store = Path.Combine(bench.Folder, "startup.db");
        await StoreFiller.FillAsync(store, 0, 1000, bench.Clock);
        await using var standIn = await FastStandIn.StartAsync(bench.Clock);
        var world = bench.World(standIn.Address, "startup.db");
        var table = new MarkdownTable(
            $"Start of the process to the first answered webhook call, median of {_rounds}. Ours opens its store for it; the others have none.",
            "Bot",
            "Tap, ms",
            "Update of another kind, ms"
        );
        var programs = bench.Programs;
        var request = 0;
        foreach (
            var program in (BotProgram[])
                [
                    programs.Ours,
                    programs.OursReadyToRun,
                    programs.OursJustInTime,
                    programs.Bare,
                    programs.GrammY,
                    programs.Telegraf,
                ]
        )
        {
            List<TimeSpan> taps = [];
            List<TimeSpan> others = [];
            for (var round = 0; round < _rounds; round++)
            {
                taps.Add(await MeasureAsync(program, world, Calls.Tap(request++)));
                others.Add(await MeasureAsync(program, world, Calls.UnknownUpdate(request)));
            }

            table.Add(
                program.Name,
                Figures.Milliseconds(Figures.Median(taps)),
                Figures.Milliseconds(Figures.Median(others))
            );
            await Output.ProgressAsync(
                $"{program.Name}: {Figures.Milliseconds(Figures.Median(taps))} ms to the first tap."
            );
        }

        await Output.TableAsync(table);
    }

    private async Task<TimeSpan> MeasureAsync(BotProgram program, BotWorld world, byte[] call)
    {
        await using var bot = BotChild.Start(program, world, bench.Clock);
        return await bot.FirstAnswerAsync(call);
    }
}

using PaymentBot.Benchmarks.Data;
using PaymentBot.Benchmarks.Load;
using PaymentBot.Benchmarks.Processes;
using PaymentBot.Benchmarks.Report;
using PaymentBot.Benchmarks.StandIns;

namespace PaymentBot.Benchmarks.Measurements;

/// <summary>The same figures with ever more stored requests.</summary>
internal sealed class GrowthMeasurement(Bench bench)
{
    private const int Connections = 16;
    private const int Taps = 24_000;
    private const int Notifications = 500;
    private const int Starts = 5;

    private readonly int[] _sizes = bench.Quick ? [1_000, 100_000] : [1_000, 100_000, 1_000_000];
    private GrowthFigures? _smallest;

    public async Task RunAsync()
    {
        await using var standIn = await FastStandIn.StartAsync(bench.Clock);
        var grown = Path.Combine(bench.Folder, "grown.db");
        var table = new MarkdownTable(
            "Growth: the same with more stored requests; the ratio to the smallest in brackets.",
            "Stored requests",
            "Taps/s",
            "Tap p99, ms",
            "Notify p50, ms",
            "First tap after start, ms",
            "Memory at rest, MB",
            "File, MB"
        );

        // The requests that are tapped come on top.
        await StoreFiller.FillAsync(grown, 0, Taps + Starts, bench.Clock);
        var stored = 0;
        foreach (var size in _sizes)
        {
            await Output.ProgressAsync($"Growing to {size} requests.");
            await StoreFiller.FillAsync(grown, 1_000_000 + stored, size - stored, bench.Clock);
            stored = size;
            bench.Copy(grown, "growth.db");
            var figures = await MeasureAsync(bench.World(standIn.Address, "growth.db"));
            _smallest ??= figures;
            table.Add([Figures.Whole(size), .. figures.ToCells(_smallest)]);
        }

        await Output.TableAsync(table);
    }

    private async Task<GrowthFigures> MeasureAsync(BotWorld world)
    {
        List<TimeSpan> starts = [];
        for (var start = 0; start < Starts; start++)
        {
            await using var starting = BotChild.Start(bench.Programs.Ours, world, bench.Clock);
            starts.Add(await starting.FirstAnswerAsync(Calls.Tap(start)));
        }

        await using var bot = BotChild.Start(bench.Programs.Ours, world, bench.Clock);
        await bot.FirstAnswerAsync(Calls.UnknownUpdate());
        await Task.Delay(TimeSpan.FromSeconds(3), bench.Clock);
        var memory = bot.Usage.ResidentBytes;
        var notifications = Enumerable
            .Range(0, Notifications)
            .Select(number => Calls.Notify("notified", number, bench.Clock))
            .ToList();
        var notify = await LoadRun.RunAsync(
            bot.Address,
            new CallSource(notifications, repeat: false),
            1,
            TimeSpan.FromMinutes(1),
            bench.Clock
        );
        var calls = Enumerable.Range(Starts, Taps).Select(Calls.Tap).ToList();
        var source = new CallSource(calls, repeat: false);
        await LoadRun.RunAsync(bot.Address, source, Connections, TimeSpan.FromSeconds(2), bench.Clock);
        var taps = await LoadRun.RunAsync(bot.Address, source, Connections, TimeSpan.FromSeconds(4), bench.Clock);
        return new GrowthFigures(
            taps.PerSecond,
            taps.Slowest1Percent,
            notify.Median,
            Figures.Median(starts),
            memory,
            new FileInfo(world.Database).Length
        );
    }
}

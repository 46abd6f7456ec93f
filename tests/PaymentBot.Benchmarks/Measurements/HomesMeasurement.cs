using System.Net;
using PaymentBot.Benchmarks.Data;
using PaymentBot.Benchmarks.Homes;
using PaymentBot.Benchmarks.Load;
using PaymentBot.Benchmarks.Processes;
using PaymentBot.Benchmarks.Report;
using PaymentBot.Benchmarks.StandIns;
using PaymentBot.Sandbox.Cloud.Azurite;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Benchmarks.Measurements;

/// <summary>Our bot in its three homes. Azurite is a stand-in in JavaScript on the same machine: its figures compare the homes, they are not Azure's.</summary>
internal sealed class HomesMeasurement(Bench bench)
{
    private const int Connections = 16;
    private const int Cards = 30;

    /// <summary>So many requests are written at once beforehand: more than Azurite can answer in time would fail.</summary>
    private const int Lanes = 16;

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly TimeSpan _warmUp = TimeSpan.FromSeconds(bench.Quick ? 1 : 3);
    private readonly TimeSpan _time = TimeSpan.FromSeconds(bench.Quick ? 2 : 5);
    private readonly int _requests = bench.Quick ? 2_000 : 8_000;

    public async Task RunAsync()
    {
        var table = new MarkdownTable(
            $"Our bot in its homes: {Connections} connections; {Cards} cards ideally take {Figures.Fine(Cards / 30.0)} s. Azurite and the host's double stand in for Azure on the same machine.",
            "Home",
            "Start to the first answer, ms",
            "Taps/s",
            "p50, ms",
            "p99, ms",
            "Notification to the last card, s",
            "Memory of the bot, MB"
        );
        await using var azurite = await AzuriteServer.StartAsync(BotPrograms.NpmFolder);
        foreach (var make in (Func<IHome>[])[Sqlite, () => AzureAlone(azurite), () => Hosted(azurite)])
        {
            await MeasureAsync(make, table);
        }

        await Output.TableAsync(table);
    }

    private AloneHome Sqlite()
    {
        var world = bench.World(string.Empty, $"homes-{Guid.NewGuid():n}.db");
        return new AloneHome(
            "Alone, SQLite",
            bench.Programs.Ours,
            world,
            new SqliteStore(world.Database, bench.Clock),
            bench.Clock
        );
    }

    private AloneHome AzureAlone(AzuriteServer azurite)
    {
        const string Name = "Alone, Azurite";
        var connection = azurite.NewAccount().ConnectionString;
        var program = BotProgram.OursInAzureStorage(Name, BotPrograms.Executable, connection);
        var world = bench.World(string.Empty, string.Empty);
        return new AloneHome(Name, program, world, new AzureStore(connection, bench.Clock), bench.Clock);
    }

    private HostedHome Hosted(AzuriteServer azurite)
    {
        var connection = azurite.NewAccount().ConnectionString;
        var folder = Path.GetDirectoryName(BotPrograms.Executable)!;
        return new HostedHome(
            "Behind the host's double, Azurite",
            folder,
            connection,
            new AzureStore(connection, bench.Clock)
        );
    }

    private async Task MeasureAsync(Func<IHome> make, MarkdownTable table)
    {
        var (name, start, taps, usage) = await TapAsync(make);
        var last = await FanOutAsync(make);
        table.Add(
            name,
            Figures.Milliseconds(start),
            Figures.Whole(taps.PerSecond),
            Figures.Milliseconds(taps.Median),
            Figures.Milliseconds(taps.Slowest1Percent),
            Figures.Fine(last.TotalSeconds),
            Figures.Megabytes(usage.ResidentBytes)
        );
        await Output.ProgressAsync(
            $"{name}: {Figures.Milliseconds(start)} ms to start, {Figures.Whole(taps.PerSecond)} taps/s, {Figures.Fine(last.TotalSeconds)} s."
        );
    }

    private async Task<(string Name, TimeSpan Start, LoadResult Taps, ProcessUsage Usage)> TapAsync(Func<IHome> make)
    {
        await using var home = make();
        await StoreFiller.FillAsync(home.Tables, home.Blobs, 0, _requests, Lanes, bench.Clock);
        var source = new CallSource([.. Enumerable.Range(0, _requests).Select(Calls.Tap)], repeat: false);
        await using var standIn = await FastStandIn.StartAsync(bench.Clock);
        var began = bench.Clock.GetTimestamp();
        var address = await home.StartAsync(standIn.Address);
        await AnsweredAsync(address);
        var start = bench.Clock.GetElapsedTime(began);
        var warm = await LoadRun.RunAsync(address, source, Connections, _warmUp, bench.Clock);
        var taps = await LoadRun.RunAsync(address, source, Connections, _time, bench.Clock);
        var usage = ProcessUsage.Of(home.ProcessId);
        await home.StopAsync();
        var decided = await StoreFiller.CountDecisionsAsync(home.Tables, source.Taken);
        return warm.Failed + taps.Failed == 0 && decided >= source.Taken
            ? (home.Name, start, taps, usage)
            : throw new InvalidOperationException(
                $"{home.Name}: {warm.Failed + taps.Failed} taps were refused, {decided} of {source.Taken} are stored."
            );
    }

    private async Task<TimeSpan> FanOutAsync(Func<IHome> make)
    {
        await using var home = make();
        await StoreFiller.LinkAsync(new Bot.People.LinkStore(home.Tables), Cards, bench.Clock);
        var options = new TelegramStandInOptions
        {
            BotToken = BotWorld.BotToken,
            EnforceRates = true,
            CreateUnknownChats = true,
        };
        await using var telegram = await TelegramStandIn.StartAsync(options, bench.Clock);
        var address = await home.StartAsync(telegram.Address.ToString().TrimEnd('/'));
        await AnsweredAsync(address);
        await NotifyAsync(home, telegram, address, "warm-up", 2);
        await Task.Delay(TimeSpan.FromSeconds(2), bench.Clock);
        return await NotifyAsync(home, telegram, address, "homes", Cards);
    }

    /// <summary>From a notification to the last of its cards, the initiator's among them.</summary>
    private async Task<TimeSpan> NotifyAsync(
        IHome home,
        TelegramStandIn telegram,
        IPEndPoint address,
        string family,
        int cards
    )
    {
        var arrivals = new CardArrivals(cards, bench.Clock);
        telegram.Called += arrivals.Note;
        var call = Calls.Notify(family, cards, bench.Clock, cards - 1, home.ErpHeaders);
        using var connection = await HttpConnection.OpenAsync(address);
        arrivals.Start();
        await connection.CallAsync(call);
        var times = await arrivals.AllAsync(TimeSpan.FromMinutes(1));
        telegram.Called -= arrivals.Note;
        return times[^1];
    }

    private async Task AnsweredAsync(IPEndPoint address)
    {
        var began = bench.Clock.GetTimestamp();
        while (!await HttpConnection.IsAnsweredAsync(address, Calls.UnknownUpdate()))
        {
            if (bench.Clock.GetElapsedTime(began) > LongestStart)
            {
                throw new InvalidOperationException("The bot gives no answer.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), bench.Clock);
        }
    }
}

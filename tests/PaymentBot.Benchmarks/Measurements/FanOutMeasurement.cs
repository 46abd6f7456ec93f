using System.Globalization;
using PaymentBot.Benchmarks.Data;
using PaymentBot.Benchmarks.Load;
using PaymentBot.Benchmarks.Processes;
using PaymentBot.Benchmarks.Report;
using PaymentBot.Bot.People;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Storage.Sqlite;

namespace PaymentBot.Benchmarks.Measurements;

/// <summary>From the ERP's notification to the last card, against a stand-in that refuses what Telegram's limits do not allow.</summary>
internal sealed class FanOutMeasurement(Bench bench)
{
    private const int TooManyRequests = 429;

    private static readonly int[] Sizes = [3, 30, 300];

    public async Task RunAsync()
    {
        var table = new MarkdownTable(
            "Notification to the last card, after one request to warm up. Telegram allows 30 messages a second; the ideal for n cards is n / 30 s.",
            "Cards",
            "Ideal, s",
            "First card, s",
            "Last card, s",
            "Ratio",
            "429 answers"
        );
        foreach (var size in Sizes)
        {
            await MeasureAsync(size, table);
        }

        await Output.TableAsync(table);
    }

    private async Task MeasureAsync(int size, MarkdownTable table)
    {
        var file = Path.Combine(bench.Folder, string.Create(CultureInfo.InvariantCulture, $"fanout-{size}.db"));
        await using (var database = new SqliteDatabase(file, bench.Clock))
        {
            await StoreFiller.LinkAsync(new LinkStore(database.Tables), size, bench.Clock);
        }

        var options = new TelegramStandInOptions
        {
            BotToken = BotWorld.BotToken,
            EnforceRates = true,
            CreateUnknownChats = true,
        };
        await using var telegram = await TelegramStandIn.StartAsync(options, bench.Clock);
        var world = new BotWorld(bench.Folder, telegram.Address.ToString().TrimEnd('/'), file);
        await using var bot = BotChild.Start(bench.Programs.Ours, world, bench.Clock);
        await bot.FirstAnswerAsync(Calls.UnknownUpdate());
        await WarmUpAsync(bot, telegram);
        var arrivals = new CardArrivals(size, bench.Clock);
        telegram.Called += arrivals.Note;

        // The initiator, who has a card too, is one of the recipients.
        var notify = Calls.Notify("fanout", size, bench.Clock, size - 1);
        using var connection = await HttpConnection.OpenAsync(bot.Address);
        arrivals.Start();
        await connection.CallAsync(notify);
        var times = await arrivals.AllAsync(TimeSpan.FromMinutes(1));
        var ideal = TimeSpan.FromSeconds(size / 30.0);
        table.Add(
            Figures.Whole(size),
            Figures.Fine(ideal.TotalSeconds),
            Figures.Fine(times[0].TotalSeconds),
            Figures.Fine(times[^1].TotalSeconds),
            Figures.Fine(times[^1] / ideal),
            Figures.Whole(arrivals.Refused(TooManyRequests))
        );
        telegram.Called -= arrivals.Note;
        await Output.ProgressAsync($"{size} cards: {Figures.Fine(times[^1].TotalSeconds)} s.");
    }

    /// <summary>One request before, so that the figures are those of a bot that has been running; then Telegram's limits have forgotten it.</summary>
    private async Task WarmUpAsync(BotChild bot, TelegramStandIn telegram)
    {
        var arrival = new CardArrivals(2, bench.Clock);
        telegram.Called += arrival.Note;
        using var connection = await HttpConnection.OpenAsync(bot.Address);
        await connection.CallAsync(Calls.Notify("warm-up", 1, bench.Clock, 1));
        await arrival.AllAsync(TimeSpan.FromMinutes(1));
        telegram.Called -= arrival.Note;
        await Task.Delay(TimeSpan.FromSeconds(2), bench.Clock);
    }
}

using PaymentBot.Benchmarks.Data;
using PaymentBot.Benchmarks.Homes;
using PaymentBot.Benchmarks.Processes;
using PaymentBot.Benchmarks.Report;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Search;
using PaymentBot.Sandbox.Cloud.Azurite;

namespace PaymentBot.Benchmarks.Measurements;

/// <summary>How long one page of a search takes among ever so many requests, by what is asked and who asks.</summary>
/// <param name="folder">Where files may lie.</param>
/// <param name="quick">Smaller and less exact.</param>
/// <param name="wanted">How many requests, or null for a million.</param>
/// <param name="clock">The clock.</param>
internal sealed class SearchMeasurement(string folder, bool quick, int? wanted, TimeProvider clock)
{
    private const int Limit = 20;

    private readonly int _requests = wanted ?? (quick ? 20_000 : 1_000_000);
    private readonly int _inAzurite = quick ? 300 : 3_000;
    private readonly int _rounds = quick ? 20 : 100;

    public async Task RunAsync()
    {
        var file = Path.Combine(folder, "search.db");
        var store = new SqliteStore(file, clock);
        await MeasureAsync(store, "SQLite", _requests, lanes: 512);
        await store.CloseAsync();
        await Output.TextAsync($"The file has {Figures.Megabytes(new FileInfo(file).Length)} MB.");

        await using var azurite = await AzuriteServer.StartAsync(BotPrograms.NpmFolder);
        var account = new AzureStore(azurite.NewAccount().ConnectionString, clock);
        await MeasureAsync(account, "Azurite", _inAzurite, lanes: 4);
    }

    /// <summary>What is typed, and what it stands for.</summary>
    private static (string Name, string Text)[] Queries(int requests) =>
        [
            ("the newest", ""),
            ("a number", $"УТ-{requests / 3:D8}"),
            ("a frequent payee", WordOf(2)),
            ("a rare payee", WordOf(15_000)),
            ("a word of every fourth month", "аренду"),
            ("two words", $"{WordOf(40)} ремонт"),
            ("a large amount", ">20 млн"),
            ("a narrow range", "1 000 000,00-1 000 500,00"),
            ("a day two years ago", "15.11.2024"),
            ("a rare state", "отклонено"),
            ("state, word and range", $"отклонено {WordOf(5)} >100 тыс"),
            ("my own", "мои"),
            ("nothing there is", "несуществующее"),
        ];

    private static string WordOf(int rank) => SearchData.PayeeOf(rank)[5..^1];

    private async Task MeasureAsync(IStore store, string name, int requests, int lanes)
    {
        await Output.ProgressAsync($"Filling {name} with {requests} requests.");
        var began = clock.GetTimestamp();
        await SearchData.FillAsync(store.Tables, store.Blobs, requests, lanes, clock);
        var filled = clock.GetElapsedTime(began);
        var table = new MarkdownTable(
            $"Search: a page of {Limit} among {Figures.Whole(requests)} requests in {name} (filled in {Figures.Whole(filled.TotalSeconds)} s); milliseconds.",
            "What is asked",
            "one of 50, p50",
            "p99",
            "found",
            "sees all, p50",
            "p99",
            "found"
        );
        var search = new RequestSearch(
            store.Tables,
            new RequestStore(store.Tables, store.Blobs, clock),
            new PendingStore(store.Tables),
            new DecisionStore(store.Tables),
            TimeZoneInfo.Utc
        );
        foreach (var (asked, text) in Queries(requests))
        {
            var query = SearchText.Parse(text, SearchData.Today);
            var person = await TimeAsync(search, new Viewer(Requests.PersonOf(7), SeesAll: false), query);
            var all = await TimeAsync(search, new Viewer(Requests.PersonOf(7), SeesAll: true), query);
            table.Add([$"{asked}: `{text}`", .. person, .. all]);
        }

        await Output.TableAsync(table);
    }

    private async Task<string[]> TimeAsync(RequestSearch search, Viewer viewer, SearchQuery query)
    {
        List<TimeSpan> times = [];
        var found = 0;
        for (var round = 0; round < _rounds; round++)
        {
            var began = clock.GetTimestamp();
            var page = await search.FindAsync(viewer, query, null, Limit, CancellationToken.None);
            times.Add(clock.GetElapsedTime(began));
            found = page.Requests.Count;
        }

        times.Sort();
        return
        [
            Figures.Milliseconds(Figures.Quantile(times, 0.5)),
            Figures.Milliseconds(Figures.Quantile(times, 0.99)),
            Figures.Whole(found),
        ];
    }
}

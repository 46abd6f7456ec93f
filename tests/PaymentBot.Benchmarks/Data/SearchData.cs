using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Search;
using PaymentBot.Storage;

namespace PaymentBot.Benchmarks.Data;

/// <summary>Requests as they gather over three years: some payees are paid each day and most hardly ever, small amounts are many and large ones few.</summary>
internal static class SearchData
{
    /// <summary>How many people take turns as approver and as initiator.</summary>
    public const int People = 50;

    private const int Payees = 20_000;
    private const int Days = 3 * 365;

    private static readonly string[] Syllables =
        "ро ма ка ве то ли на се до пи гра сте лю бо ви дра не ко му ше зо ра ти пе фа лу ба хи но да".Split(' ');

    private static readonly string[] Things =
        "аренду рекламу мебель транспорт связь ремонт охрану бумагу обучение топливо страхование лицензии".Split(' ');

    /// <summary>The last day of the documents.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 22);

    /// <summary>Stores requests and indexes them as fan-out does.</summary>
    /// <param name="tables">Where the rows go.</param>
    /// <param name="blobs">Where long texts go.</param>
    /// <param name="count">How many.</param>
    /// <param name="lanes">How many at a time.</param>
    /// <param name="clock">The clock.</param>
    public static Task FillAsync(ITableStore tables, IBlobStore blobs, int count, int lanes, TimeProvider clock)
    {
        var requests = new RequestStore(tables, blobs, clock);
        var index = new SearchIndex(tables);
        var next = -1;
        return Task.WhenAll(
            Enumerable
                .Range(0, lanes)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (Interlocked.Increment(ref next) is var number && number < count)
                        {
                            var request = Create(number, count);
                            await requests.SaveAsync(request, Requests.ContentHash, CancellationToken.None);
                            await index.UpdateAsync(request, [], anew: false, CancellationToken.None);
                        }
                    })
                )
        );
    }

    /// <summary>One of so many requests.</summary>
    public static PaymentRequest Create(int number, int count)
    {
        var random = new Random(number);
        var day = Today.AddDays(-(int)((long)(count - 1 - number) * Days / count));
        var approver = Requests.PersonOf(1 + random.Next(People));
        var template = Requests.Create("searched", number, [approver]);
        return template with
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"УТ-{number:D8}"),
            Date = new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)).AddSeconds(number % 30_000), TimeSpan.Zero),
            Payee = new Payee(null, PayeeOf(RankOf(random, Payees))),
            Purpose = string.Create(
                CultureInfo.InvariantCulture,
                $"Оплата по счёту № {random.Next(1, 9999)} за {Things[random.Next(Things.Length)]}, договор {random.Next(1, 99999)}"
            ),
            Total = new Money(decimal.Round((decimal)Math.Exp(5 + (random.NextDouble() * 12)), 2), "RUB"),
            Status = random.Next(100) switch
            {
                0 => RequestStatus.Rejected,
                < 5 => RequestStatus.Pending,
                _ => RequestStatus.Paid,
            },
            Initiator = new Person(Requests.PersonOf(1 + random.Next(People)), "Петров Пётр"),
        };
    }

    /// <summary>The name of a payee; the lower the rank, the more often it is paid.</summary>
    public static string PayeeOf(int rank)
    {
        var random = new Random(rank + 1_000_000);
        var name = string.Concat(Enumerable.Range(0, 4).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return $"ООО «{char.ToUpperInvariant(name[0])}{name[1..]}»";
    }

    /// <summary>Low ranks often, high ones seldom.</summary>
    private static int RankOf(Random random, int ranks) =>
        (int)Math.Min(ranks - 1, Math.Exp(random.NextDouble() * Math.Log(ranks)));
}

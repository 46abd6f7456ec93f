using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Approvals;
using PaymentBot.Bot.Search;
using PaymentBot.Tests.Storage;

namespace PaymentBot.Tests.Ledger.Search;

/// <summary>Over random requests, people, changes and queries: one finds all of one's own that match, newest first, and never another's.</summary>
public sealed class RequestSearchPropertyTests
{
    private static readonly string[] People = ["иванов", "сидорова", "петров", "ким", "чужой"];

    private static readonly string[] Payees =
    [
        "ООО «Ромашка»",
        "ООО «Романтика»",
        "АО Ромб",
        "Ёлка",
        "ИП Иванов",
        "Acme Ltd",
        "ООО 1С-Рарус",
    ];

    private static readonly string[] Texts =
    [
        .. new[] { "", "ром", "рома", "ромашка", "ром ооо", "елка", "1", "12", "acme", "оплата", "рарус", "1с" },
        .. new[] { ">1 млн", "<500к", "10-90 тыс", "отклонено", "pending", "мои", "неделя", "01.11", "2026-11" },
        .. new[]
        {
            "ром >50 тыс",
            "ооо отклонено",
            "мои ром",
            "нет такого",
            "оплата 3",
            "paid acme",
            "с 03.11 по 04.11",
        },
    ];

    [Fact]
    public void Everybody_finds_what_is_theirs_and_nothing_else() =>
        Prop.ForAll(Worlds().ToArbitrary(), history => CheckAsync(history).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithQuietOnSuccess(true));

    private static async Task CheckAsync(IReadOnlyList<PaymentRequest> history)
    {
        await using var storage = new SqliteFixture();
        var world = new SearchWorld(storage);
        foreach (var snapshot in history)
        {
            await world.AddAsync(snapshot);
        }

        var latest = history.GroupBy(request => request.Id).Select(versions => versions.Last()).ToList();
        var today = new DateOnly(2026, 11, 6);
        foreach (var person in People)
        {
            foreach (var text in Texts)
            {
                var viewer = SearchWorld.Viewer(person, seesAll: person is "ким");
                var query = SearchText.Parse(text, today);
                var expected = latest
                    .Where(request => Wanted(request, viewer, query))
                    .OrderByDescending(request => request.Date)
                    .ThenBy(request => PaymentBot.Bot.Requests.RequestKey.Of(request.Id).Value, StringComparer.Ordinal)
                    .Select(request => request.Number);
                Assert.Equal(expected, await world.FindAsync(viewer, query, limit: 3));
            }
        }
    }

    /// <summary>Written apart from the search: who, and what.</summary>
    private static bool Wanted(PaymentRequest request, Viewer viewer, SearchQuery query) =>
        Sees(viewer, request)
        && (!query.Mine || request.Initiator.ErpId == viewer.Person)
        && (query.Status is null || request.Status == query.Status)
        && InRange(request, query)
        && query.Words.All(beginning => Has(request, beginning));

    private static bool Sees(Viewer viewer, PaymentRequest request) =>
        viewer.SeesAll
        || request.Initiator.ErpId == viewer.Person
        || request.Route.SelectMany(stage => stage.Approvers).Any(one => one.ErpId == viewer.Person);

    private static bool InRange(PaymentRequest request, SearchQuery query)
    {
        var day = DateOnly.FromDateTime(request.Date.ToOffset(TimeSpan.FromHours(3)).DateTime);
        return request.Total.Amount >= (query.AmountFrom ?? decimal.MinValue)
            && request.Total.Amount <= (query.AmountTo ?? decimal.MaxValue)
            && day >= (query.From ?? DateOnly.MinValue)
            && day <= (query.To ?? DateOnly.MaxValue);
    }

    private static bool Has(PaymentRequest request, string beginning)
    {
        var words = $"{request.Number} {request.Payee.Name} {request.Payee.Inn} {request.Purpose}"
            .ToLowerInvariant()
            .Replace('ё', 'е')
            .Split([' ', '«', '»', '-', '№'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimStart('0'))
            .ToList();
        string[] beginnings = beginning is "1" or "с" ? [beginning, "1с"] : [beginning];
        return beginnings.Any(one => words.Exists(word => word.StartsWith(one, StringComparison.Ordinal)));
    }

    private static Gen<IReadOnlyList<PaymentRequest>> Worlds() =>
        from count in Gen.Choose(1, 14)
        from requests in Gen.CollectToList(Enumerable.Range(1, count), number => Requests(number))
        from again in Gen.Elements(requests.ToArray()).ListOf(3)
        from changed in Gen.CollectToList(
            again.Select(request =>
                int.Parse(request.Id.Value[8..], System.Globalization.CultureInfo.InvariantCulture)
            ),
            number => Requests(number)
        )
        select (IReadOnlyList<PaymentRequest>)
            [
                .. requests,
                .. changed.Select(
                    (request, index) => request with { Revision = 100 + index, Number = NumberOf(request) }
                ),
            ];

    private static string NumberOf(PaymentRequest request) => request.Number;

    private static Gen<PaymentRequest> Requests(int number) =>
        from hours in Gen.Choose(0, 150)
        from payee in Gen.Elements(Payees)
        from purpose in Gen.Elements("Оплата по счёту № 3", "За аренду ромашек", "Аванс 12", null!)
        from amount in Gen.Elements(0m, 99.99m, 45_000m, 499_999.99m, 500_000m, 1_000_000m, 1_000_000.01m, 7e9m)
        from status in Gen.Elements(Enum.GetValues<RequestStatus>())
        from initiator in Gen.Elements(People[..3])
        from approvers in Gen.Elements(People[..3]).ListOf(2)
        select SearchWorld.Request(number, initiator, [.. approvers]) with
        {
            Date = SearchWorld.Start.AddHours(hours),
            Payee = new Payee(null, payee),
            Purpose = purpose,
            Total = new Money(amount, "RUB"),
            Status = status,
        };
}

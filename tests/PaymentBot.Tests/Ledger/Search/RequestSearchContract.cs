using PaymentBot.Approvals;
using PaymentBot.Bot.Search;
using PaymentBot.Testing;
using PaymentBot.Tests.Storage;
using static PaymentBot.Tests.Ledger.Search.SearchWorld;

namespace PaymentBot.Tests.Ledger.Search;

/// <summary>What searching promises, whatever the tables lie in.</summary>
public abstract class RequestSearchContract(StorageFixture storage) : IAsyncLifetime
{
    private SearchWorld World { get; } = new(storage);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => storage.DisposeAsync().AsTask();

    [SkippableFact]
    public async Task Newest_comes_first_and_only_what_concerns_the_person()
    {
        await World.AddAsync(
            Request(1, "петров", "иванов"),
            Request(2, "петров", "сидорова"),
            Request(3, "кто-то", "иванов")
        );

        Assert.Equal(["УТ-000003", "УТ-000001"], await World.FindAsync("иванов", ""));
        Assert.Equal(["УТ-000002", "УТ-000001"], await World.FindAsync("петров", ""));
        Assert.Equal(["УТ-000002"], await World.FindAsync("сидорова", ""));
        Assert.Empty(await World.FindAsync("чужой", ""));
        Assert.Equal(["УТ-000003", "УТ-000002", "УТ-000001"], await World.FindAsync("чужой", "", seesAll: true));
    }

    [SkippableTheory]
    [InlineData("поставщик2")]
    [InlineData("Поставщик2")]
    [InlineData("2")]
    [InlineData("000002")]
    [InlineData("ут-000002")]
    [InlineData("оплата 2")]
    [InlineData(">1500 <2500")]
    [InlineData("2 000")]
    public async Task Request_is_found_by(string text)
    {
        await World.AddAsync([.. Enumerable.Range(1, 5).Select(number => Request(number, "петров", "иванов"))]);

        Assert.Equal(["УТ-000002"], await World.FindAsync("иванов", text));
    }

    [SkippableFact]
    public async Task Request_is_found_by_state_day_and_part()
    {
        var mine = Request(30, "иванов", "сидорова");
        await World.AddAsync(
            Request(1, "петров", "иванов") with
            {
                Status = RequestStatus.Rejected,
            },
            Request(2, "петров", "иванов"),
            mine
        );
        await World.Pending.AddAsync(Person("сидорова").ErpId, KeyOf(mine), None);
        await World.Pending.AddAsync(Person("иванов").ErpId, KeyOf(mine), None);

        Assert.Equal(["УТ-000001"], await World.FindAsync("иванов", "отклонено"));
        Assert.Equal(["УТ-000030"], await World.FindAsync("иванов", "02.11.2026"));
        Assert.Equal(["УТ-000002", "УТ-000001"], await World.FindAsync("иванов", "01.11.2026"));
        Assert.Equal(["УТ-000030"], await World.FindAsync("иванов", "мои"));
        Assert.Equal(["УТ-000030"], await World.FindAsync("сидорова", "жду"));
        Assert.Empty(await World.FindAsync("иванов", "жду"));
        Assert.Empty(await World.FindAsync("сидорова", "жду отклонено"));
    }

    [SkippableFact]
    public async Task Who_decided_finds_it_whether_the_snapshot_tells_or_the_bot_knows()
    {
        var told = Request(1, "петров", "иванов");
        told = told with { Route = [told.Route[0] with { DecidedBy = Person("иванов") }] };
        var known = Request(2, "петров", "иванов", "сидорова");
        await World.AddAsync(told, Request(3, "петров", "иванов"));
        await World.SaveAsync(known);
        await World.Index.UpdateAsync(known, [Person("сидорова").ErpId], anew: false, None);
        await World.Decisions.ClaimAsync(
            Sample.Decision(known, Person("сидорова"), DecisionState.Confirmed),
            StageRule.All,
            _ => true,
            None
        );
        var decided = new SearchQuery { Decided = true };

        Assert.Equal(["УТ-000001"], await World.FindAsync(Viewer("иванов"), decided));
        Assert.Equal(["УТ-000002"], await World.FindAsync(Viewer("сидорова"), decided));
    }

    [SkippableFact]
    public async Task What_changed_is_found_by_what_it_says_now()
    {
        var first = Request(1, "петров", "иванов");
        var next = first with
        {
            Revision = 8,
            Date = first.Date.AddDays(3),
            Payee = new Payee(null, "АО «Лютик»"),
            Total = new Money(5_000_000, "RUB"),
            Status = RequestStatus.Approved,
            Route = [Sample.Open(1, "role", StageState.Current, Person("сидорова"))],
        };
        await World.AddAsync(first);
        await World.SaveAsync(next);

        // The index is late: what it says is judged by the request.
        Assert.Empty(await World.FindAsync("иванов", "поставщик1"));
        Assert.Empty(await World.FindAsync("иванов", ""));

        await World.AddAsync(next);
        Assert.Empty(await World.FindAsync("иванов", ""));
        foreach (var text in (string[])["", "лютик", ">4 млн", "согласовано", "04.11.2026"])
        {
            Assert.Equal(["УТ-000001"], await World.FindAsync("сидорова", text));
        }

        Assert.Equal(["УТ-000001"], await World.FindAsync("ревизор", "лютик", seesAll: true));
        Assert.Empty(await World.FindAsync("ревизор", "поставщик1", seesAll: true));
    }

    [SkippableFact]
    public async Task Index_keeps_no_rows_of_what_was()
    {
        var first = Request(1, "петров", "иванов");
        await World.AddAsync(first);
        await World.AddAsync(
            first with
            {
                Revision = 8,
                Date = first.Date.AddDays(3),
                Payee = new Payee(null, "АО «Лютик»"),
            }
        );

        var row = SearchPosition.Of(first).RowKey;
        foreach (var list in SearchEntry.Of(first, []).Lists)
        {
            Assert.Null(await storage.Tables.GetAsync(PaymentBot.Storage.TableName.Search, list, row, None));
        }
    }

    [SkippableFact]
    public async Task Two_who_index_at_once_leave_it_to_the_next_to_write_all_anew()
    {
        var first = Request(1, "петров", "иванов");
        var next = first with { Revision = 8, Payee = new Payee(null, "АО «Лютик»") };
        await World.AddAsync(first);
        await World.SaveAsync(next);
        var slow = new SearchIndex(
            new InterruptedTables(
                storage.Tables,
                async () => Assert.True(await World.Index.UpdateAsync(next, [], anew: false, None))
            )
        );

        Assert.False(await slow.UpdateAsync(first with { Total = new Money(1, "RUB") }, [], anew: false, None));
        Assert.True(await World.Index.UpdateAsync(next, [], anew: false, None));

        Assert.Equal(["УТ-000001"], await World.FindAsync("иванов", "лютик"));
        Assert.Equal(["УТ-000001"], await World.FindAsync("иванов", "1 000"));
    }

    [SkippableFact]
    public async Task Unchanged_snapshot_costs_one_read()
    {
        var request = Request(1, "петров", "иванов");
        await World.AddAsync(request);
        var counted = new CountedTables(storage.Tables);

        Assert.True(await new SearchIndex(counted).UpdateAsync(request with { Revision = 9 }, [], false, None));

        Assert.Equal((1, 0), (counted.Reads, counted.Writes));
    }

    [SkippableFact]
    public async Task Pages_are_complete_and_hold_nothing_twice_while_requests_come_in()
    {
        await World.AddAsync([.. Enumerable.Range(1, 45).Select(number => Request(number, "петров", "иванов"))]);
        var wanted = Enumerable.Range(1, 45).Select(number => $"УТ-{number:D6}").Reverse().ToList();
        List<string> found = [];
        string? offset = null;
        var late = 100;
        do
        {
            var page = await World.Search.FindAsync(Viewer("иванов"), new SearchQuery(), offset, 10, None);
            found.AddRange(page.Requests.Select(stored => stored.Request.Number));
            offset = page.Next;
            Assert.InRange(offset?.Length ?? 1, 1, 64);
            await World.AddAsync(Request(late++, "петров", "иванов"));
        } while (offset is not null);

        Assert.Equal(wanted, found);
    }

    [SkippableTheory]
    [InlineData("чужое")]
    [InlineData("")]
    [InlineData("9999999999999999999-AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("3155378975999999999x/////////////////////////")]
    public async Task Offset_that_is_none_begins_anew(string offset)
    {
        await World.AddAsync(Request(1, "петров", "иванов"));

        var page = await World.Search.FindAsync(Viewer("иванов"), new SearchQuery(), offset, 10, None);

        Assert.Single(page.Requests);
    }

    private static CancellationToken None => CancellationToken.None;

    private static PaymentBot.Bot.Requests.RequestKey KeyOf(PaymentRequest request) =>
        PaymentBot.Bot.Requests.RequestKey.Of(request.Id);
}

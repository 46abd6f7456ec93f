using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Search;
using PaymentBot.Testing;
using PaymentBot.Tests.Storage;

namespace PaymentBot.Tests.Ledger.Search;

/// <summary>Requests that are stored and indexed as fan-out does it, and somebody who looks for them.</summary>
internal sealed class SearchWorld(StorageFixture storage)
{
    public static readonly DateTimeOffset Start = Sample.At("2026-11-01T09:00:00+03:00");

    private readonly RequestStore _requests = new(storage.Tables, storage.Blobs, storage.Clock);

    public SearchIndex Index { get; } = new(storage.Tables);

    public PendingStore Pending { get; } = new(storage.Tables);

    public DecisionStore Decisions { get; } = new(storage.Tables);

    public RequestSearch Search => new(storage.Tables, _requests, Pending, Decisions, Sample.Moscow);

    public static Person Person(string name) => new(new ErpId(name), name);

    public static Viewer Viewer(string name, bool seesAll = false) => new(Person(name).ErpId, seesAll);

    /// <summary>A request of its own number, an hour after the one before.</summary>
    public static PaymentRequest Request(int number, string initiator, params string[] approvers) =>
        Sample.Request with
        {
            Id = new RequestId($"request-{number}"),
            Number = $"УТ-{number:D6}",
            Date = Start.AddHours(number),
            Payee = new Payee(null, $"ООО «Поставщик{number}»"),
            Purpose = $"Оплата по счёту № {number}",
            Total = new Money(1000 * number, "RUB"),
            Initiator = Person(initiator),
            Route = [Sample.Open(1, "role", StageState.Current, [.. approvers.Select(Person)])],
        };

    public async Task AddAsync(params PaymentRequest[] requests)
    {
        foreach (var request in requests)
        {
            await SaveAsync(request);
            Assert.True(await Index.UpdateAsync(request, [], anew: false, CancellationToken.None));
        }
    }

    /// <summary>Stores without indexing: the index is late.</summary>
    public async Task SaveAsync(PaymentRequest request) =>
        await _requests.SaveAsync(request, $"sha256:{request.Revision}", CancellationToken.None);

    /// <summary>The numbers of all that is found, page by page.</summary>
    public async Task<List<string>> FindAsync(Viewer viewer, SearchQuery query, int limit = 20)
    {
        List<string> found = [];
        string? offset = null;
        do
        {
            var page = await Search.FindAsync(viewer, query, offset, limit, CancellationToken.None);
            Assert.InRange(page.Requests.Count, 0, limit);
            found.AddRange(page.Requests.Select(stored => stored.Request.Number));
            Assert.NotEqual(offset ?? "", page.Next);
            offset = page.Next;
        } while (offset is not null);
        return found;
    }

    public Task<List<string>> FindAsync(string viewer, string text, bool seesAll = false) =>
        FindAsync(Viewer(viewer, seesAll), SearchText.Parse(text, new DateOnly(2026, 11, 22)));
}

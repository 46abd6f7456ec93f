using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite;

namespace PaymentBot.Benchmarks.Data;

/// <summary>Fills a store through its ports: linked people, requests, and the delivered card of each request's approver.</summary>
internal static class StoreFiller
{
    private const int Lanes = 512;

    /// <summary>The family of the stored requests.</summary>
    public const string Family = "stored";

    /// <summary>Adds the requests numbered from <paramref name="first"/> on.</summary>
    public static async Task FillAsync(string file, int first, int count, TimeProvider clock)
    {
        await using var database = new SqliteDatabase(file, clock);
        await FillAsync(database.Tables, database.Blobs, first, count, Lanes, clock);
    }

    /// <summary>Adds the requests numbered from <paramref name="first"/> on, so many at once.</summary>
    public static async Task FillAsync(
        ITableStore tables,
        IBlobStore blobs,
        int first,
        int count,
        int lanes,
        TimeProvider clock
    )
    {
        await LinkAsync(new LinkStore(tables), Requests.People, clock);
        var requests = new RequestStore(tables, blobs, clock);
        var cards = new CardStore(tables, clock);
        var next = first - 1;
        await Task.WhenAll(
            Enumerable
                .Range(0, lanes)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (Interlocked.Increment(ref next) is var number && number < first + count)
                        {
                            await AddAsync(requests, cards, number, clock);
                        }
                    })
                )
        );
    }

    /// <summary>Links the initiator and the people numbered 1 to <paramref name="people"/>.</summary>
    public static async Task LinkAsync(LinkStore links, int people, TimeProvider clock)
    {
        for (var person = 0; person <= people; person++)
        {
            var link = new Link
            {
                TelegramUserId = Requests.UserOf(person),
                ErpId = Requests.PersonOf(person),
                LinkedAt = clock.GetUtcNow(),
                VerifiedAt = clock.GetUtcNow(),
                LanguageCode = "ru",
            };
            await links.LinkAsync(link, CancellationToken.None);
        }
    }

    /// <summary>Counts the decisions of requests whose number is below a limit; each has at most one.</summary>
    public static async Task<int> CountDecisionsAsync(string file, int count, TimeProvider clock)
    {
        await using var database = new SqliteDatabase(file, clock);
        return await CountDecisionsAsync(database.Tables, count);
    }

    /// <summary>Counts the decisions of requests whose number is below a limit; each has at most one.</summary>
    public static async Task<int> CountDecisionsAsync(ITableStore tables, int count)
    {
        var decisions = new DecisionStore(tables);
        var found = 0;
        for (var number = 0; number < count; number++)
        {
            var key = RequestKey.Of(Requests.Create(Family, number).Id);
            found += (await decisions.ListAsync(key, CancellationToken.None)).Count;
        }

        return found;
    }

    private static async Task AddAsync(RequestStore requests, CardStore cards, int number, TimeProvider clock)
    {
        var request = Requests.Create(Family, number);
        var person = Requests.ApproverOf(number);
        var saved = requests.SaveAsync(request, Requests.ContentHash, CancellationToken.None).AsTask();
        var card = new CardRow
        {
            Request = RequestKey.Of(request.Id),
            Recipient = Recipient.Of(Requests.PersonOf(person)),
            State = CardState.Delivered,
            ChatId = Requests.UserOf(person),
            MessageId = MessageOf(number),
            Hash = Requests.ContentHash,
            Revision = request.Revision,
            CreatedAt = clock.GetUtcNow(),
            InInbox = true,
        };
        var written = cards.WriteAsync(null, card, CancellationToken.None).AsTask();
        await Task.WhenAll(saved, written);
    }

    /// <summary>The message that is the card of a request.</summary>
    public static long MessageOf(int request) => request + 1;
}

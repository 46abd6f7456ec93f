using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp.People;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;
using PaymentBot.Tests.Erp;

namespace PaymentBot.Tests.Ledger;

/// <summary>While two versions run side by side, the older one changes rows of the newer one: what it does not know stays.</summary>
public sealed class UnknownPropertyTests : StoreTest
{
    private const string Unknown = "FromTheFuture";

    private static readonly ErpId Anna = new("anna");

    private static CancellationToken None => CancellationToken.None;

    private ITableStore Tables => Database.Tables;

    [Fact]
    public async Task Of_a_card_are_kept()
    {
        var cards = new CardStore(Tables, Clock);
        var row = new CardRow
        {
            Request = new RequestKey("r"),
            Recipient = Recipient.Of(Anna),
            Error = "gone later",
        };
        await cards.WriteAsync(null, row, None);
        await AddUnknownAsync(TableName.Cards);

        var stored = (await cards.GetAsync(row.Request, row.Recipient.RowKey, None))!;
        stored = (await cards.WriteAsync(stored, row with { MessageId = 7, Error = null }, None))!;
        await cards.WriteAsync(stored, row with { MessageId = 8, Error = null }, None);

        var entity = await AssertKeptAsync(TableName.Cards);
        Assert.Equal(8, entity.GetInt64("MessageId"));
        Assert.Null(entity.GetString("Error"));
    }

    [Fact]
    public async Task Of_a_decision_are_kept()
    {
        var decisions = new DecisionStore(Tables);
        var claim = await decisions.ClaimAsync(ErpClientTests.Decision, StageRule.Any, _ => true, None);
        var claimed = Assert.IsType<ClaimOutcome.Claimed>(claim).Decision;
        await AddUnknownAsync(TableName.Decisions);

        var stored = (await decisions.GetAsync(claimed.Key, claimed.RowKey, None))!;
        var sent = await decisions.UpdateAsync(stored, stored.Decision with { State = DecisionState.Sent }, None);
        await decisions.UpdateAsync(sent!, stored.Decision with { State = DecisionState.Confirmed }, None);

        Assert.Equal("Confirmed", (await AssertKeptAsync(TableName.Decisions)).GetString("State"));
    }

    [Fact]
    public async Task Of_a_request_are_kept()
    {
        var requests = new RequestStore(Tables, Database.Blobs, Clock);
        var (request, _) = SnapshotSample.Accept(SnapshotSample.Json);
        await requests.SaveAsync(request, "sha256:1", None);
        await AddUnknownAsync(TableName.Requests);

        await requests.SaveAsync(request with { Revision = request.Revision + 1 }, "sha256:2", None);

        Assert.Equal("sha256:2", (await AssertKeptAsync(TableName.Requests)).GetString("ContentHash"));
    }

    [Fact]
    public async Task Of_a_link_are_kept()
    {
        var links = new LinkStore(Tables);
        var link = new Link
        {
            TelegramUserId = 7,
            ErpId = Anna,
            Email = "anna@example.ru",
            LinkedAt = Clock.GetUtcNow(),
            VerifiedAt = Clock.GetUtcNow(),
        };
        await links.LinkAsync(link, None);
        await AddUnknownAsync(TableName.Links);

        var stored = (await links.FindAsync(7, None))!;
        await links.UpdateAsync(
            stored,
            stored.Link with
            {
                Unreachable = UnreachableReason.Blocked,
                Email = null,
            },
            None
        );

        var entity = await AssertKeptAsync(TableName.Links);
        Assert.True(entity.GetBoolean("Blocked"));
        Assert.Null(entity.GetString("Email"));
    }

    [Fact]
    public async Task Of_a_person_are_kept()
    {
        var people = new PeopleStore(Tables);
        var person = new DirectoryPerson
        {
            ErpId = Anna,
            Name = "Anna",
            Active = true,
        };
        await people.SaveAsync(person, None);
        await AddUnknownAsync(TableName.People);

        await people.SaveAsync(person with { Active = false }, None);

        Assert.False((await AssertKeptAsync(TableName.People)).GetBoolean("Active"));
    }

    private async Task AddUnknownAsync(TableName table)
    {
        await foreach (var row in Tables.ReadAllAsync(table, new TableQuery(), None))
        {
            row[Unknown] = "kept";
            Assert.NotNull(await Tables.ReplaceAsync(table, row, row.ETag!, None));
        }
    }

    private async Task<TableEntity> AssertKeptAsync(TableName table)
    {
        TableEntity? first = null;
        await foreach (var row in Tables.ReadAllAsync(table, new TableQuery(), None))
        {
            Assert.Equal("kept", row.GetString(Unknown));
            first = row.GetString("ErpId") is null && first is not null ? first : row;
        }

        return first!;
    }
}

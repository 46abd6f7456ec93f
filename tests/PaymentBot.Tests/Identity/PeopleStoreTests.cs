using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Erp.People;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.Identity;

public sealed class PeopleStoreTests : StoreTest
{
    private static readonly EmailAddress Mailbox = EmailAddress.Parse("anna@example.ru")!;
    private static readonly EmailAddress Other = EmailAddress.Parse("james@example.ru")!;

    private PeopleStore Store => new(Database.Tables);

    [Fact]
    public async Task Person_comes_back_as_it_was_saved()
    {
        var person = PersonOf("анна/1", Mailbox) with
        {
            Roles = ["treasurer", "budgetHolder"],
            Limits = [new ApprovalLimit("RUB", 1_250_000.50m), new ApprovalLimit("USD", 79_228_162_514_264.33m)],
            Substitute = new ErpId("james"),
            Absences = [new Absence(new DateOnly(2026, 12, 30), new DateOnly(2027, 1, 9))],
        };

        await Store.SaveAsync(person, CancellationToken.None);

        var found = (await Store.FindAsync(person.ErpId, CancellationToken.None))!;
        Assert.Equivalent(person, found, strict: true);
        Assert.Equal(person.ErpId, Assert.Single(await FindAsync(Mailbox)).ErpId);
    }

    [Fact]
    public async Task Stranger_is_not_found()
    {
        await Store.SaveAsync(PersonOf("anna", Mailbox), CancellationToken.None);

        Assert.Null(await Store.FindAsync(new ErpId("ANNA"), CancellationToken.None));
        Assert.Empty(await FindAsync(Other));
        Assert.Empty(await FindAsync(EmailAddress.Parse("anna+x@example.ru")!));
    }

    [Fact]
    public async Task Mailbox_is_found_whatever_its_case()
    {
        await Store.SaveAsync(PersonOf("anna", EmailAddress.Parse("Anna@Example.RU")), CancellationToken.None);

        Assert.Single(await FindAsync(EmailAddress.Parse("aNNA@eXAMPLE.ru")!));
    }

    [Fact]
    public async Task Two_people_of_one_mailbox_are_both_found()
    {
        await Store.SaveAsync(PersonOf("anna", Mailbox), CancellationToken.None);
        await Store.SaveAsync(PersonOf("james", Mailbox) with { Active = false }, CancellationToken.None);

        Assert.Equal(["anna", "james"], (await FindAsync(Mailbox)).Select(person => person.ErpId.Value).Order());
    }

    [Fact]
    public async Task Former_mailbox_of_a_person_finds_nobody()
    {
        await Store.SaveAsync(PersonOf("anna", Mailbox), CancellationToken.None);
        await Store.SaveAsync(PersonOf("anna", Other), CancellationToken.None);

        Assert.Empty(await FindAsync(Mailbox));
        Assert.Single(await FindAsync(Other));

        await Store.SaveAsync(PersonOf("anna", null), CancellationToken.None);
        Assert.Empty(await FindAsync(Other));
        Assert.Equal(1, await CountRowsAsync());
    }

    [Fact]
    public async Task Stale_pointer_is_not_believed()
    {
        await Store.SaveAsync(PersonOf("anna", Mailbox), CancellationToken.None);
        var stale = new TableEntity($"m-{StorageKey.Of(Other.Value)}", StorageKey.Of("anna"));
        await Database.Tables.UpsertAsync(TableName.People, stale, CancellationToken.None);
        var orphan = new TableEntity($"m-{StorageKey.Of(Other.Value)}", StorageKey.Of("nobody"));
        await Database.Tables.UpsertAsync(TableName.People, orphan, CancellationToken.None);

        Assert.Empty(await FindAsync(Other));
    }

    [Fact]
    public async Task Saves_that_cross_leave_the_mailbox_findable()
    {
        for (var round = 0; round < 20; round++)
        {
            var saves = Enumerable
                .Range(0, 4)
                .Select(number => PersonOf("anna", number % 2 == 0 ? Mailbox : Other))
                .Select(person => Task.Run(() => Store.SaveAsync(person, CancellationToken.None).AsTask()));
            await Task.WhenAll(saves);

            var now = (await Store.FindAsync(new ErpId("anna"), CancellationToken.None))!;
            Assert.Single(await FindAsync(now.Email!));
            Assert.Empty(await FindAsync(now.Email == Mailbox ? Other : Mailbox));
        }
    }

    private static DirectoryPerson PersonOf(string erpId, EmailAddress? email) =>
        new()
        {
            ErpId = new ErpId(erpId),
            Name = $"Name of {erpId}",
            Email = email,
            Active = true,
        };

    private async Task<IReadOnlyList<DirectoryPerson>> FindAsync(EmailAddress email) =>
        await Store.FindAsync(email, CancellationToken.None);

    private async Task<int> CountRowsAsync() =>
        (await Database.Tables.QueryAsync(TableName.People, new TableQuery(), null, CancellationToken.None)).Rows.Count;
}

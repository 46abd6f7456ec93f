using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.Identity;

public sealed class LinkStoreTests : StoreTest
{
    private static readonly ErpId Anna = new("anna");
    private static readonly ErpId James = new("james");

    private LinkStore Store => new(Database.Tables);

    [Fact]
    public async Task Link_is_found_from_both_sides()
    {
        await LinkAsync(1, Anna);

        Assert.Equal(Anna, (await Store.FindAsync(1, CancellationToken.None))?.Link.ErpId);
        Assert.Equal(1, (await Store.FindAsync(Anna, CancellationToken.None))?.Link.TelegramUserId);
        Assert.Null(await Store.FindAsync(2, CancellationToken.None));
        Assert.Null(await Store.FindAsync(James, CancellationToken.None));
    }

    [Fact]
    public async Task New_account_of_a_person_replaces_the_old_one()
    {
        await LinkAsync(1, Anna);

        var replaced = await LinkAsync(2, Anna);

        Assert.Equal(1, Assert.Single(replaced).TelegramUserId);
        Assert.Null(await Store.FindAsync(1, CancellationToken.None));
        Assert.Equal(2, (await Store.FindAsync(Anna, CancellationToken.None))?.Link.TelegramUserId);
    }

    [Fact]
    public async Task New_person_of_an_account_replaces_the_old_one()
    {
        await LinkAsync(1, Anna);

        var replaced = await LinkAsync(1, James);

        Assert.Equal(Anna, Assert.Single(replaced).ErpId);
        Assert.Null(await Store.FindAsync(Anna, CancellationToken.None));
        Assert.Equal(James, (await Store.FindAsync(1, CancellationToken.None))?.Link.ErpId);
    }

    [Fact]
    public async Task Crossed_links_both_give_way()
    {
        await LinkAsync(1, Anna);
        await LinkAsync(2, James);

        var replaced = await LinkAsync(1, James);

        Assert.Equal(2, replaced.Count);
        Assert.Null(await Store.FindAsync(2, CancellationToken.None));
        Assert.Null(await Store.FindAsync(Anna, CancellationToken.None));
        Assert.Equal(1, Assert.Single(await ListAsync()).TelegramUserId);
    }

    [Fact]
    public async Task Linking_again_replaces_nobody()
    {
        await LinkAsync(1, Anna);

        Assert.Empty(await LinkAsync(1, Anna));
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task Removed_link_is_gone_from_both_sides()
    {
        await LinkAsync(1, Anna);

        Assert.Equal(Anna, (await Store.UnlinkAsync(1, CancellationToken.None))?.ErpId);
        Assert.Null(await Store.UnlinkAsync(1, CancellationToken.None));
        Assert.Null(await Store.FindAsync(Anna, CancellationToken.None));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Update_of_a_link_that_changed_meanwhile_does_nothing()
    {
        await LinkAsync(1, Anna);
        var stored = (await Store.FindAsync(1, CancellationToken.None))!;
        Assert.True(await Store.UpdateAsync(stored, stored.Link with { LanguageCode = "en" }, CancellationToken.None));

        var late = stored.Link with { Unreachable = UnreachableReason.Blocked };
        Assert.False(await Store.UpdateAsync(stored, late, CancellationToken.None));
        Assert.Equal("en", (await Store.FindAsync(1, CancellationToken.None))?.Link.LanguageCode);
    }

    [Fact]
    public async Task Link_keeps_what_signing_in_proved()
    {
        var link = new Link
        {
            TelegramUserId = 1,
            ErpId = Anna,
            LinkedAt = Clock.GetUtcNow(),
            VerifiedAt = Clock.GetUtcNow(),
            Email = "anna@example.ru",
            Name = "Анна Петрова",
            RefreshToken = new SealedSecret("0123abcd", "sealed"),
        };
        await Store.LinkAsync(link, CancellationToken.None);
        var stored = (await Store.FindAsync(1, CancellationToken.None))!;
        Assert.Equal(link, stored.Link);

        var later = link with
        {
            VerifiedAt = link.VerifiedAt.AddDays(1),
            RefreshToken = new SealedSecret("4567abcd", "sealed again"),
        };
        Assert.True(await Store.UpdateAsync(stored, later, CancellationToken.None));
        Assert.Equal(later, (await Store.FindAsync(Anna, CancellationToken.None))?.Link);
        Assert.Equal("link:1:anna", later.SealedFor);
    }

    private async Task<IReadOnlyList<Link>> LinkAsync(long user, ErpId person)
    {
        var link = new Link
        {
            TelegramUserId = user,
            ErpId = person,
            LinkedAt = Clock.GetUtcNow(),
            VerifiedAt = Clock.GetUtcNow(),
        };
        return await Store.LinkAsync(link, CancellationToken.None);
    }

    private async Task<List<Link>> ListAsync()
    {
        List<Link> links = [];
        await foreach (var link in Store.ListAsync(CancellationToken.None))
        {
            links.Add(link);
        }

        return links;
    }
}

using PaymentBot.Bot.Requests;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.Ledger;

public sealed class SeenStoreTests : StoreTest
{
    private SeenStore Store => new(Database.Tables, Clock);

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(13)]
    [InlineData(23)]
    public async Task Identity_is_remembered_for_forty_eight_hours_whatever_the_hour(int hour)
    {
        Clock.Advance(TimeSpan.FromHours(hour));
        await Store.AddAsync("update-1", "note", CancellationToken.None);

        Clock.Advance(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1));
        Assert.Equal("note", await Store.FindAsync("update-1", CancellationToken.None));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Store.FindAsync("update-1", CancellationToken.None));
    }

    [Fact]
    public async Task First_note_stays()
    {
        await Store.AddAsync("k", "first", CancellationToken.None);
        await Store.AddAsync("k", "second", CancellationToken.None);

        Assert.Equal("first", await Store.FindAsync("k", CancellationToken.None));
    }

    [Fact]
    public async Task Unknown_identity_is_not_found_and_an_empty_note_is()
    {
        await Store.AddAsync("k", string.Empty, CancellationToken.None);

        Assert.Null(await Store.FindAsync("K2", CancellationToken.None));
        Assert.Equal(string.Empty, await Store.FindAsync("k", CancellationToken.None));
    }

    [Fact]
    public async Task Forgetting_takes_only_what_is_past()
    {
        await Store.AddAsync("old", "x", CancellationToken.None);
        Clock.Advance(TimeSpan.FromDays(3));
        await Store.AddAsync("young", "x", CancellationToken.None);

        Assert.Equal(1, await Store.ForgetAsync(CancellationToken.None));
        Assert.Equal("x", await Store.FindAsync("young", CancellationToken.None));
        Assert.Equal(0, await Store.ForgetAsync(CancellationToken.None));
    }
}

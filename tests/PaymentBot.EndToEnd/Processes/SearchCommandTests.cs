using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Search;
using PaymentBot.Storage.Sqlite;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes;

public sealed class SearchCommandTests : IAsyncLifetime
{
    private BotWorld _world = null!;

    public async Task InitializeAsync() => _world = await BotWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Requests_from_before_there_was_an_index_are_found_after_a_rebuild()
    {
        await WithStoreAsync(async store =>
            await new RequestStore(store.Tables, store.Blobs, TimeProvider.System).SaveAsync(
                Sample.Request,
                "sha256:1",
                CancellationToken.None
            )
        );

        var rebuilt = await _world.CommandAsync("search", "rebuild");

        Assert.Equal((0, "1 requests are in the index."), (rebuilt.ExitCode, rebuilt.Output));
        await WithStoreAsync(async store =>
        {
            var search = new RequestSearch(
                store.Tables,
                new RequestStore(store.Tables, store.Blobs, TimeProvider.System),
                new PendingStore(store.Tables),
                new DecisionStore(store.Tables),
                TimeZoneInfo.Utc
            );
            var page = await search.FindAsync(
                new Viewer(Sample.Sidorova.ErpId, SeesAll: false),
                new SearchQuery { Words = ["вектор"] },
                null,
                10,
                CancellationToken.None
            );
            Assert.Equal(Sample.Request.Number, Assert.Single(page.Requests).Request.Number);
        });
    }

    private async Task WithStoreAsync(Func<SqliteDatabase, Task> work)
    {
        await using var store = new SqliteDatabase(Path.Combine(_world.Folder, "bot.db"), TimeProvider.System);
        await work(store);
    }
}

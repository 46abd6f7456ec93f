using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite;

namespace PaymentBot.Tests.Storage;

/// <summary>What is special to SQLite: the file, its schema, its writer.</summary>
public sealed class SqliteDatabaseTests() : SqliteTest(new SqliteFixture())
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task Nothing_touches_the_file_before_the_first_operation()
    {
        Assert.False(File.Exists(Sqlite.Path));

        await Sqlite.Tables.GetAsync(TableName.Links, "1", "1", None);

        Assert.True(File.Exists(Sqlite.Path));
    }

    [Fact]
    public async Task Disposing_leaves_one_file_that_can_be_moved_and_read()
    {
        await InsertAsync(Sqlite.Database, "a");
        await Sqlite.Database.DisposeAsync();

        Assert.Equal([Sqlite.Path], Directory.GetFiles(Path.GetDirectoryName(Sqlite.Path)!));
        File.Move(Sqlite.Path, Sqlite.Path + ".moved");
        await using var moved = new SqliteDatabase(Sqlite.Path + ".moved", Sqlite.Clock);
        Assert.NotNull(await moved.Tables.GetAsync(TableName.Links, "p", "a", None));
    }

    [Fact]
    public async Task Database_file_is_for_its_owner_only()
    {
        await InsertAsync(Sqlite.Database, "a");

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Sqlite.Path)!))
        {
            var mode = OperatingSystem.IsWindows() ? OwnerOnly : File.GetUnixFileMode(file);
            Assert.Equal(OwnerOnly, mode);
        }
    }

    [Fact]
    public async Task Missing_folders_are_created()
    {
        var path = Path.Combine(Path.GetDirectoryName(Sqlite.Path)!, "one", "two", "bot.db");
        await using var database = new SqliteDatabase(path, Sqlite.Clock);

        Assert.NotNull(await InsertAsync(database, "a"));
    }

    [Fact]
    public async Task Eight_databases_may_open_a_new_file_at_once()
    {
        var databases = Enumerable.Range(0, 8).Select(_ => new SqliteDatabase(Sqlite.Path, Sqlite.Clock)).ToArray();

        var eTags = await Task.WhenAll(
            databases.Select((database, i) => Task.Run(() => InsertAsync(database, $"{i}"), None))
        );

        Assert.All(eTags, Assert.NotNull);
        Assert.Equal(8, eTags.Distinct(StringComparer.Ordinal).Count());
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Two_databases_on_one_file_lose_no_increment()
    {
        await using var second = new SqliteDatabase(Sqlite.Path, Sqlite.Clock);
        await Sqlite.Tables.InsertAsync(TableName.Slots, new TableEntity("p", "r") { ["N"] = 0 }, None);

        await Task.WhenAll(
            new[] { Sqlite.Tables, second.Tables }
                .SelectMany(tables => Enumerable.Repeat(tables, 4))
                .Select(tables =>
                    Task.Run(
                        async () =>
                        {
                            for (var done = 0; done < 50; )
                            {
                                var row = (await tables.GetAsync(TableName.Slots, "p", "r", None))!;
                                row["N"] = (int)row["N"]! + 1;
                                done += await tables.ReplaceAsync(TableName.Slots, row, row.ETag!, None) is null
                                    ? 0
                                    : 1;
                            }
                        },
                        None
                    )
                )
        );

        Assert.Equal(400, (await second.Tables.GetAsync(TableName.Slots, "p", "r", None))!["N"]);
    }

    [Fact]
    public async Task Receivers_on_two_databases_share_no_message()
    {
        await using var second = new SqliteDatabase(Sqlite.Path, Sqlite.Clock);
        for (var i = 0; i < 200; i++)
        {
            await Sqlite.Sender.PutAsync(QueueName.Decisions, $"{i}", TimeSpan.Zero, None);
        }

        static async Task<List<string>> DrainAsync(IQueueReceiver receiver)
        {
            var bodies = new List<string>();
            while (
                await receiver.ReceiveAsync(QueueName.Decisions, 3, TimeSpan.FromHours(1), None) is { Count: > 0 } batch
            )
            {
                bodies.AddRange(batch.Select(message => message.Body));
            }

            return bodies;
        }

        var drained = await Task.WhenAll(
            Task.Run(() => DrainAsync(Sqlite.Receiver), None),
            Task.Run(() => DrainAsync(second.QueueReceiver), None)
        );
        Assert.Equal(Enumerable.Range(0, 200), drained.SelectMany(bodies => bodies).Select(int.Parse).Order());
    }

    [Fact]
    public async Task Text_that_is_not_valid_unicode_comes_back_unchanged()
    {
        const string Text = "a\ud83d b\udfff";
        await Sqlite.Tables.InsertAsync(TableName.Links, new TableEntity("p", "r") { ["T"] = Text }, None);

        Assert.Equal(Text, (await Sqlite.Tables.GetAsync(TableName.Links, "p", "r", None))!["T"]);
    }

    [Fact]
    public async Task Versions_never_repeat_over_restarts()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 5; i++)
        {
            Assert.True(seen.Add(await Sqlite.Tables.UpsertAsync(TableName.Links, new TableEntity("p", "r"), None)));
            await Sqlite.Tables.DeleteAsync(TableName.Links, "p", "r", null, None);
            await Sqlite.ReopenAsync();
        }
    }

    private static async Task<string?> InsertAsync(SqliteDatabase database, string row) =>
        await database.Tables.InsertAsync(TableName.Links, new TableEntity("p", row), None);
}

using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite;
using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Tests.Storage;

/// <summary>What is special to SQLite: the file, its schema, its writer.</summary>
public sealed class SqliteDatabaseTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly SqliteFixture _sqlite = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _sqlite.DisposeAsync().AsTask();

    [Fact]
    public async Task Nothing_touches_the_file_before_the_first_operation()
    {
        Assert.False(File.Exists(_sqlite.Path));

        await _sqlite.Tables.GetAsync(TableName.Links, "1", "1", None);

        Assert.True(File.Exists(_sqlite.Path));
    }

    [Fact]
    public async Task Disposing_leaves_one_file_that_can_be_moved_and_read()
    {
        await InsertAsync(_sqlite.Database, "a");
        await _sqlite.Database.DisposeAsync();

        Assert.Equal([_sqlite.Path], Directory.GetFiles(Path.GetDirectoryName(_sqlite.Path)!));
        File.Move(_sqlite.Path, _sqlite.Path + ".moved");
        await using var moved = new SqliteDatabase(_sqlite.Path + ".moved", _sqlite.Clock);
        Assert.NotNull(await moved.Tables.GetAsync(TableName.Links, "p", "a", None));
    }

    [Fact]
    public async Task Database_file_is_for_its_owner_only()
    {
        await InsertAsync(_sqlite.Database, "a");

        if (!OperatingSystem.IsWindows())
        {
            Assert.All(
                Directory.GetFiles(Path.GetDirectoryName(_sqlite.Path)!),
                file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file))
            );
        }
    }

    [Fact]
    public async Task Missing_folders_are_created()
    {
        var path = Path.Combine(Path.GetDirectoryName(_sqlite.Path)!, "one", "two", "bot.db");
        await using var database = new SqliteDatabase(path, _sqlite.Clock);

        Assert.NotNull(await InsertAsync(database, "a"));
    }

    [Fact]
    public async Task File_of_an_older_schema_is_brought_up_to_date_with_its_contents()
    {
        using (var old = new SqliteFile(_sqlite.Path, TimeSpan.FromSeconds(1)).OpenWriter())
        {
            old.ExecuteScript("DROP TABLE blobs; DROP TABLE blob_chunks; DROP TABLE blob_orphans; DROP TABLE Seen;");
            old.ExecuteScript("PRAGMA user_version = 1");
            old.ExecuteScript("INSERT INTO queue_messages VALUES (500, 'decisions', 0, 3, 0, 'kept')");
        }

        var message = Assert.Single(
            await _sqlite.Receiver.ReceiveAsync(QueueName.Decisions, 1, TimeSpan.FromMinutes(1), None)
        );
        Assert.Equal(("kept", 4), (message.Body, message.DequeueCount));
        Assert.Equal(5, await _sqlite.Blobs.UploadAsync("new", new MemoryStream(new byte[5]), None));
        Assert.NotNull(await _sqlite.Tables.InsertAsync(TableName.Seen, new TableEntity("p", "r"), None));
    }

    [Fact]
    public async Task File_of_a_newer_schema_is_refused_and_left_alone()
    {
        using (var newer = new SqliteFile(_sqlite.Path, TimeSpan.FromSeconds(1)).OpenWriter())
        {
            newer.ExecuteScript($"PRAGMA user_version = {Schema.CurrentVersion + 1}");
        }

        var refusal = await Assert.ThrowsAsync<StorageException>(() => InsertAsync(_sqlite.Database, "a"));
        Assert.Equal("SchemaTooNew", refusal.ErrorCode);
    }

    [Fact]
    public async Task File_that_is_no_database_is_a_storage_error()
    {
        await File.WriteAllTextAsync(_sqlite.Path, new string('x', 10_000));

        var read = await Assert.ThrowsAsync<StorageException>(async () =>
            await _sqlite.Tables.GetAsync(TableName.Links, "p", "a", None)
        );
        var write = await Assert.ThrowsAsync<StorageException>(() => InsertAsync(_sqlite.Database, "a"));
        Assert.Equal(("SQLITE_NOTADB", "SQLITE_NOTADB"), (read.ErrorCode, write.ErrorCode));
    }

    [Fact]
    public async Task Eight_databases_may_open_a_new_file_at_once()
    {
        var databases = Enumerable.Range(0, 8).Select(_ => new SqliteDatabase(_sqlite.Path, _sqlite.Clock)).ToArray();

        var eTags = await Task.WhenAll(
            databases.Select((database, i) => Task.Run(() => InsertAsync(database, $"{i}")))
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
        await using var second = new SqliteDatabase(_sqlite.Path, _sqlite.Clock);
        await _sqlite.Tables.InsertAsync(TableName.Slots, new TableEntity("p", "r") { ["N"] = 0 }, None);

        await Task.WhenAll(
            new[] { _sqlite.Tables, second.Tables }
                .SelectMany(tables => Enumerable.Repeat(tables, 4))
                .Select(tables =>
                    Task.Run(async () =>
                    {
                        for (var done = 0; done < 50; )
                        {
                            var row = (await tables.GetAsync(TableName.Slots, "p", "r", None))!;
                            row["N"] = (int)row["N"]! + 1;
                            done += await tables.ReplaceAsync(TableName.Slots, row, row.ETag!, None) is null ? 0 : 1;
                        }
                    })
                )
        );

        Assert.Equal(400, (await second.Tables.GetAsync(TableName.Slots, "p", "r", None))!["N"]);
    }

    [Fact]
    public async Task Receivers_on_two_databases_share_no_message()
    {
        await using var second = new SqliteDatabase(_sqlite.Path, _sqlite.Clock);
        for (var i = 0; i < 200; i++)
        {
            await _sqlite.Sender.PutAsync(QueueName.Decisions, $"{i}", TimeSpan.Zero, None);
        }

        async Task<List<string>> DrainAsync(IQueueReceiver receiver)
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
            Task.Run(() => DrainAsync(_sqlite.Receiver)),
            Task.Run(() => DrainAsync(second.QueueReceiver))
        );
        Assert.Equal(Enumerable.Range(0, 200), drained.SelectMany(bodies => bodies).Select(int.Parse).Order());
    }

    [Fact]
    public async Task Text_that_is_not_valid_unicode_comes_back_unchanged()
    {
        const string Text = "a\ud83d b\udfff";
        await _sqlite.Tables.InsertAsync(TableName.Links, new TableEntity("p", "r") { ["T"] = Text }, None);

        Assert.Equal(Text, (await _sqlite.Tables.GetAsync(TableName.Links, "p", "r", None))!["T"]);
    }

    [Fact]
    public async Task Versions_never_repeat_over_restarts()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 5; i++)
        {
            Assert.True(seen.Add(await _sqlite.Tables.UpsertAsync(TableName.Links, new TableEntity("p", "r"), None)));
            await _sqlite.Tables.DeleteAsync(TableName.Links, "p", "r", null, None);
            await _sqlite.ReopenAsync();
        }
    }

    private static async Task<string?> InsertAsync(SqliteDatabase database, string row) =>
        await database.Tables.InsertAsync(TableName.Links, new TableEntity("p", row), None);
}

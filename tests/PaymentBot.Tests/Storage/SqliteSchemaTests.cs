using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Tests.Storage;

/// <summary>Files of other versions, and files of something else.</summary>
public sealed class SqliteSchemaTests() : SqliteTest(new SqliteFixture())
{
    [Fact]
    public async Task File_of_an_older_schema_is_brought_up_to_date_with_its_contents()
    {
        using (var old = new SqliteFile(Sqlite.Path, TimeSpan.FromSeconds(1)).OpenWriter())
        {
            old.ExecuteScript("DROP TABLE blobs; DROP TABLE blob_chunks; DROP TABLE blob_orphans; DROP TABLE Seen;");
            old.ExecuteScript("PRAGMA user_version = 1");
            old.ExecuteScript("INSERT INTO queue_messages VALUES (500, 'decisions', 0, 3, 0, 'kept')");
        }

        var message = Assert.Single(
            await Sqlite.Receiver.ReceiveAsync(QueueName.Decisions, 1, TimeSpan.FromMinutes(1), None)
        );
        Assert.Equal(("kept", 4), (message.Body, message.DequeueCount));
        Assert.Equal(5, await Sqlite.Blobs.UploadAsync("new", new MemoryStream(new byte[5]), None));
        Assert.NotNull(await Sqlite.Tables.InsertAsync(TableName.Seen, new TableEntity("p", "r"), None));
    }

    [Fact]
    public async Task File_of_a_newer_schema_is_refused_and_left_alone()
    {
        using (var newer = new SqliteFile(Sqlite.Path, TimeSpan.FromSeconds(1)).OpenWriter())
        {
            newer.ExecuteScript($"PRAGMA user_version = {Schema.CurrentVersion + 1}");
        }

        var refusal = await Assert.ThrowsAsync<StorageException>(() => InsertAsync());
        Assert.Equal("SchemaTooNew", refusal.ErrorCode);
    }

    [Fact]
    public async Task File_that_is_no_database_is_a_storage_error()
    {
        await File.WriteAllTextAsync(Sqlite.Path, new string('x', 10_000), None);

        var read = await Assert.ThrowsAsync<StorageException>(async () =>
            await Sqlite.Tables.GetAsync(TableName.Links, "p", "a", None)
        );
        var write = await Assert.ThrowsAsync<StorageException>(() => InsertAsync());
        Assert.Equal(("SQLITE_NOTADB", "SQLITE_NOTADB"), (read.ErrorCode, write.ErrorCode));
    }

    private async Task<string?> InsertAsync() =>
        await Sqlite.Tables.InsertAsync(TableName.Links, new TableEntity("p", "a"), None);
}

using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite;
using PaymentBot.Storage.Sqlite.Backups;

namespace PaymentBot.Tests.Storage;

public sealed class SqliteBackupTests() : SqliteTest(new SqliteFixture())
{
    private const int Length = 300_000;

    private SqliteBackup Backup => new(Sqlite.Path, Sqlite.Clock);

    private string Copy => Sqlite.Path + ".copy";

    [Fact]
    public async Task Copy_is_one_file_for_its_owner_with_rows_messages_and_blobs()
    {
        await FillAsync("a");

        var length = Backup.Save(Copy);

        Assert.Equal(length, new FileInfo(Copy).Length);
        Assert.False(File.Exists(Copy + "-wal"));
        Assert.False(File.Exists(Copy + ".partial"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        await using var copy = new SqliteDatabase(Copy, Sqlite.Clock);
        await AssertHasAsync(copy, "a");
    }

    [Fact]
    public async Task Every_write_acknowledged_before_is_in_it_while_others_go_on()
    {
        await FillAsync("first");
        using var end = new CancellationTokenSource();
        var acknowledged = 0;
        var writing = Enumerable.Range(0, 4).Select(writer => Task.Run(() => WriteAsync(writer))).ToArray();
        for (var i = 0; i < 5; i++)
        {
            var before = Volatile.Read(ref acknowledged);
            Backup.Save($"{Copy}{i}");
            await using var copy = new SqliteDatabase($"{Copy}{i}", Sqlite.Clock);
            Assert.InRange(await CountAsync(copy), before, int.MaxValue);
        }

        await end.CancelAsync();
        await Task.WhenAll(writing);

        async Task WriteAsync(int writer)
        {
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                await InsertAsync(Sqlite.Database, $"{writer}-{i}");
                Interlocked.Increment(ref acknowledged);
            }
        }
    }

    [Fact]
    public async Task Restoring_replaces_everything_and_keeps_what_was_there()
    {
        await FillAsync("a");
        Backup.Save(Copy);
        await InsertAsync(Sqlite.Database, "b");
        await Sqlite.Database.DisposeAsync();

        var result = Backup.Restore(Copy);

        Assert.Equal(RestoreOutcome.Restored, result.Outcome);
        await Sqlite.ReopenAsync();
        await AssertHasAsync(Sqlite.Database, "a");
        Assert.Null(await ReadAsync(Sqlite.Database, "b"));
        await using var kept = new SqliteDatabase(result.KeptAs!, Sqlite.Clock);
        Assert.NotNull(await ReadAsync(kept, "b"));
    }

    [Fact]
    public async Task Restoring_on_a_new_machine_makes_the_file()
    {
        await FillAsync("a");
        Backup.Save(Copy);
        var path = Path.Combine(Path.GetDirectoryName(Sqlite.Path)!, "new", "bot.db");

        Assert.Equal(new RestoreResult(RestoreOutcome.Restored), new SqliteBackup(path, Sqlite.Clock).Restore(Copy));

        await using var database = new SqliteDatabase(path, Sqlite.Clock);
        await AssertHasAsync(database, "a");
    }

    [Fact]
    public async Task Damaged_file_is_set_aside_and_replaced()
    {
        await FillAsync("a");
        Backup.Save(Copy);
        await Sqlite.Database.DisposeAsync();
        await File.WriteAllTextAsync(Sqlite.Path, new string('x', 100_000));

        var result = Backup.Restore(Copy);

        Assert.Equal(RestoreOutcome.Restored, result.Outcome);
        Assert.StartsWith("xxx", await File.ReadAllTextAsync(result.KeptAs!), StringComparison.Ordinal);
        await Sqlite.ReopenAsync();
        await AssertHasAsync(Sqlite.Database, "a");
    }

    [Fact]
    public async Task Store_that_is_open_is_not_replaced()
    {
        await FillAsync("a");
        Backup.Save(Copy);
        await InsertAsync(Sqlite.Database, "b");

        Assert.Equal(new RestoreResult(RestoreOutcome.InUse), Backup.Restore(Copy));

        Assert.NotNull(await ReadAsync(Sqlite.Database, "b"));
        await InsertAsync(Sqlite.Database, "c");
    }

    [Fact]
    public async Task What_is_no_whole_copy_is_refused()
    {
        await FillAsync("a");
        Backup.Save(Copy);
        await Sqlite.Database.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(Copy);
        var before = await File.ReadAllBytesAsync(Sqlite.Path);

        Assert.Equal(RestoreOutcome.NotFound, Backup.Restore(Copy + ".absent").Outcome);
        Assert.Equal(
            RestoreOutcome.NotACopy,
            await RestoreAsync([.. "no database at all, just text of some length"u8])
        );
        Assert.Equal(RestoreOutcome.NotACopy, await RestoreAsync([]));
        Assert.Equal(RestoreOutcome.Damaged, await RestoreAsync(bytes[..(bytes.Length / 2)]));
        bytes[63] = 99;
        Assert.Equal(RestoreOutcome.TooNew, await RestoreAsync(bytes));
        Assert.Equal(before, await File.ReadAllBytesAsync(Sqlite.Path));
    }

    [Fact]
    public void Nothing_to_copy_and_a_file_in_the_way_are_told()
    {
        Assert.Throws<FileNotFoundException>(() => Backup.Save(Copy));
        File.WriteAllText(Sqlite.Path, string.Empty);
        File.WriteAllText(Copy, "mine");
        Assert.Throws<IOException>(() => Backup.Save(Copy));
        Assert.Equal("mine", File.ReadAllText(Copy));
    }

    private async Task<RestoreOutcome> RestoreAsync(byte[] bytes)
    {
        var file = Sqlite.Path + ".bad";
        await File.WriteAllBytesAsync(file, bytes);
        return Backup.Restore(file).Outcome;
    }

    private async Task FillAsync(string row)
    {
        await InsertAsync(Sqlite.Database, row);
        await Sqlite.Sender.PutAsync(QueueName.Decisions, row, TimeSpan.Zero, None);
        await Sqlite.Blobs.UploadAsync(row, new MemoryStream(new byte[Length]), None);
    }

    private static async Task AssertHasAsync(SqliteDatabase database, string row)
    {
        Assert.NotNull(await ReadAsync(database, row));
        var messages = await database.QueueReceiver.ReceiveAsync(QueueName.Decisions, 1, TimeSpan.FromTicks(1), None);
        Assert.Equal(row, Assert.Single(messages).Body);
        await using var blob = await database.Blobs.OpenReadAsync(row, None);
        Assert.Equal(Length, blob!.Length);
    }

    private static async Task<int> CountAsync(SqliteDatabase database)
    {
        var count = 0;
        await foreach (var _ in database.Tables.ReadAllAsync(TableName.Links, new TableQuery(), None))
        {
            count++;
        }

        return count;
    }

    private static ValueTask<TableEntity?> ReadAsync(SqliteDatabase database, string row) =>
        database.Tables.GetAsync(TableName.Links, "p", row, None);

    private static async Task InsertAsync(SqliteDatabase database, string row) =>
        await database.Tables.InsertAsync(TableName.Links, new TableEntity("p", row), None);
}

using System.Security.Cryptography;
using PaymentBot.Sandbox.Cloud.Azurite;
using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Storage.Sqlite;
using PaymentBot.Testing;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.Storage;

/// <summary>
/// A storage account that the adapter before Microsoft's clients has written (<c>TestData/EarlierState/azurite</c>, the same rows and files as in the
/// SQLite file beside it) is read and gone on with as it is.
/// </summary>
public sealed class EarlierAzureStateTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("paymentbot-earlier-").FullName;
    private AzuriteServer _server = null!;
    private AzureStorageAccount _azure = null!;

    public async Task InitializeAsync()
    {
        var origin = Path.Combine(EarlierWorld.Folder, "azurite");
        foreach (var file in Directory.GetFiles(origin, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(origin, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        _server = await AzuriteServer.StartAsync(Npm.Folder, _folder);
        _azure = new AzureStorageAccount(
            new AzureStorageOptions { ConnectionString = _server.Account(0).ConnectionString },
            TimeProvider.System
        );
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Rows_read_as_they_were_written_and_are_replaced()
    {
        var file = Path.Combine(_folder, "bot.db");
        File.Copy(EarlierWorld.Database, file);
        await using var origin = new SqliteDatabase(file, TimeProvider.System);
        var rows = 0;
        foreach (var table in Enum.GetValues<TableName>())
        {
            await foreach (var row in origin.Tables.ReadAllAsync(table, new TableQuery(), None))
            {
                rows++;
                var read = await _azure.Tables.GetAsync(table, row.PartitionKey, row.RowKey, None);
                Assert.NotNull(read);
                Assert.Equal(row.Properties, read.Properties);
                Assert.NotNull(await _azure.Tables.ReplaceAsync(table, read, read.ETag!, None));
                Assert.Null(await _azure.Tables.InsertAsync(table, read, None));
            }
        }

        Assert.True(rows > 50, $"{rows} rows");
    }

    [Fact]
    public async Task Values_of_all_types_read_as_they_were_written()
    {
        var row = (await _azure.Tables.GetAsync(TableName.Notes, "types", "of-all-kinds", None))!;

        Assert.Equal(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Text"] = "Счёт № 7 'в кавычках' \0 🏦",
                ["Int32"] = -7,
                ["Int64"] = 9_007_199_254_740_993L,
                ["Double"] = 0.1,
                ["Whole"] = 5.0,
                ["NaN"] = double.NaN,
                ["Infinity"] = double.NegativeInfinity,
                ["Boolean"] = true,
                ["Instant"] = new DateTimeOffset(2026, 3, 1, 12, 30, 15, TimeSpan.Zero).AddTicks(1_234_567),
                ["Guid"] = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
                ["Bytes"] = new byte[] { 0, 127, 128, 255 },
            },
            row.Properties
        );
    }

    [Fact]
    public async Task Messages_are_received_completed_and_replayed()
    {
        var receiver = _azure.QueueReceiver;
        var small = Assert.Single(await receiver.ReceiveAsync(QueueName.Notifications, 32, Lease, None));
        Assert.Equal(("{\"text\":\"Счёт 🏦\"}", 1), (small.Body, small.DequeueCount));
        var large = Assert.Single(await receiver.ReceiveAsync(QueueName.Decisions, 32, Lease, None));
        Assert.Equal(new string('ж', 40_000), large.Body);
        Assert.True(await receiver.CompleteAsync(QueueName.Decisions, large, None));
        var poison = Assert.Single(await receiver.ListPoisonAsync(QueueName.Deliveries, 32, None));
        Assert.Equal("{\"v\":1,\"given\":\"up\"}", poison.Body);

        Assert.True(await receiver.ReplayPoisonAsync(QueueName.Deliveries, poison.Id, None));

        var replayed = Assert.Single(await receiver.ReceiveAsync(QueueName.Deliveries, 32, Lease, None));
        Assert.Equal(poison.Body, replayed.Body);
    }

    [Fact]
    public async Task Blobs_hold_what_was_uploaded()
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in _azure.Tables.ReadAllAsync(TableName.Files, new TableQuery(), None))
        {
            hashes.Add(row.PartitionKey);
        }

        Assert.NotEmpty(hashes);
        var file = Path.Combine(_folder, "bot.db");
        File.Copy(EarlierWorld.Database, file);
        await using var origin = new SqliteDatabase(file, TimeProvider.System);
        foreach (var hash in hashes)
        {
            Assert.Equal(hash, await HashAsync(_azure.Blobs, $"files/{hash}"), ignoreCase: true);
            Assert.Equal(hash, await HashAsync(origin.Blobs, $"files/{hash}"), ignoreCase: true);
        }

        Assert.Equal(PatternStream.HashOf(10_000), await HashAsync(_azure.Blobs, "files/pattern"));
        Assert.True(await _azure.Blobs.DeleteAsync("files/pattern", None));
    }

    private static async Task<string> HashAsync(IBlobStore blobs, string name)
    {
        await using var content = await blobs.OpenReadAsync(name, None);
        Assert.NotNull(content);
        return Convert.ToHexString(await SHA256.HashDataAsync(content, None));
    }
}

using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage.Blobs;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Tests.Storage;

/// <summary>What each call of a port costs in billed operations, once the tables, queues and the container are there.</summary>
public sealed class AzureOperationCountTests : IAsyncLifetime
{
    private const TableName Table = TableName.Cards;
    private const QueueName Queue = QueueName.Deliveries;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly AzureStorageFixture _azure = new();
    private readonly Dictionary<StorageOperation, long> _before = [];

    public async Task InitializeAsync()
    {
        await _azure.Tables.InsertAsync(Table, new TableEntity("p", "first"), None);
        await _azure.Sender.PutAsync(Queue, "first", TimeSpan.Zero, None);
        await _azure.Blobs.UploadAsync("first", new PatternStream(1), None);
        var message = Assert.Single(await _azure.Receiver.ReceiveAsync(Queue, 1, Lease, None));
        await _azure.Receiver.PoisonAsync(Queue, message, None);
        await _azure.Receiver.DropPoisonAsync(
            Queue,
            Assert.Single(await _azure.Receiver.ListPoisonAsync(Queue, 1, None)).Id,
            None
        );
        Spent();
    }

    public Task DisposeAsync() => _azure.DisposeAsync().AsTask();

    [Fact]
    public async Task Missing_table_costs_two_more_the_first_time()
    {
        await _azure.Tables.InsertAsync(TableName.Links, new TableEntity("p", "a"), None);
        Assert.Equal("InsertEntity 2, CreateTable 1", Spent());
        await _azure.Tables.InsertAsync(TableName.Links, new TableEntity("p", "b"), None);
        Assert.Equal("InsertEntity 1", Spent());
    }

    [Fact]
    public async Task Each_call_of_the_tables_is_one_operation()
    {
        var row = new TableEntity("p", "a") { ["P"] = 1 };
        var eTag = await _azure.Tables.InsertAsync(Table, row, None);
        Assert.Equal("InsertEntity 1", Spent());
        Assert.Null(await _azure.Tables.InsertAsync(Table, row, None));
        Assert.Equal("InsertEntity 1", Spent());
        await _azure.Tables.GetAsync(Table, "p", "a", None);
        Assert.Equal("GetEntity 1", Spent());
        await _azure.Tables.ReplaceAsync(Table, row, eTag!, None);
        Assert.Equal("UpdateEntity 1", Spent());
        Assert.Null(await _azure.Tables.ReplaceAsync(Table, row, eTag!, None));
        Assert.Equal("UpdateEntity 1", Spent());
        await _azure.Tables.UpsertAsync(Table, row, None);
        Assert.Equal("InsertOrReplaceEntity 1", Spent());
        await _azure.Tables.QueryAsync(Table, TableQuery.Partition("p"), null, None);
        Assert.Equal("QueryEntities 1", Spent());
        await _azure.Tables.DeleteAsync(Table, "p", "a", null, None);
        Assert.Equal("DeleteEntity 1", Spent());
    }

    [Fact]
    public async Task Calls_of_the_queues_cost_what_they_say()
    {
        await _azure.Sender.PutAsync(Queue, "a", TimeSpan.Zero, None);
        Assert.Equal("PutMessage 1", Spent());
        var message = Assert.Single(await _azure.Receiver.ReceiveAsync(Queue, 32, Lease, None));
        Assert.Equal("GetMessages 1", Spent());
        message = (await _azure.Receiver.UpdateAsync(Queue, message, Lease, None))!;
        Assert.Equal("UpdateMessage 1", Spent());
        await _azure.Receiver.PoisonAsync(Queue, message, None);
        Assert.Equal("PutMessage 1, UpdateMessage 1, DeleteMessage 1", Spent());
        var poison = Assert.Single(await _azure.Receiver.ListPoisonAsync(Queue, 32, None));
        Assert.Equal("PeekMessages 1", Spent());
        await _azure.Receiver.ReplayPoisonAsync(Queue, poison.Id, None);
        Assert.Equal("PutMessage 1, GetMessages 1, DeleteMessage 1", Spent());
        message = Assert.Single(await _azure.Receiver.ReceiveAsync(Queue, 32, Lease, None));
        await _azure.Receiver.CompleteAsync(Queue, message, None);
        Assert.Equal("GetMessages 1, DeleteMessage 1", Spent());
    }

    [Fact]
    public async Task Large_body_costs_a_blob_written_read_and_removed()
    {
        await _azure.Sender.PutAsync(Queue, new string('a', 100_000), TimeSpan.Zero, None);
        Assert.Equal("PutMessage 1, PutBlob 1", Spent());
        var message = Assert.Single(await _azure.Receiver.ReceiveAsync(Queue, 32, Lease, None));
        Assert.Equal("GetMessages 1, GetBlob 1", Spent());
        await _azure.Receiver.CompleteAsync(Queue, message, None);
        Assert.Equal("DeleteMessage 1, DeleteBlob 1", Spent());
    }

    [Fact]
    public async Task Blob_is_one_operation_up_to_4_MB_and_then_one_a_block_and_one_for_the_list()
    {
        await _azure.Blobs.UploadAsync("a", new PatternStream(AzureBlobStore.BlockSize - 1), None);
        Assert.Equal("PutBlob 1", Spent());
        await _azure.Blobs.UploadAsync("a", new PatternStream((2 * AzureBlobStore.BlockSize) + 1), None);
        Assert.Equal("PutBlock 3, PutBlockList 1", Spent());
        await _azure.Blobs.GetLengthAsync("a", None);
        Assert.Equal("GetBlobProperties 1", Spent());
        await using (var stream = await _azure.Blobs.OpenReadAsync("a", None))
        {
            await stream!.CopyToAsync(Stream.Null, None);
        }

        Assert.Equal("GetBlob 1", Spent());
        await _azure.Blobs.DeleteAsync("a", None);
        Assert.Equal("DeleteBlob 1", Spent());
    }

    /// <summary>What was spent since the last call.</summary>
    private string Spent()
    {
        var now = _azure.Ports.Operations.ToDictionary();
        var spent = string.Join(
            ", ",
            now.Select(count => (count.Key, Value: count.Value - _before.GetValueOrDefault(count.Key)))
                .Where(count => count.Value > 0)
                .OrderBy(count => count.Key)
                .Select(count => $"{count.Key} {count.Value}")
        );
        foreach (var (operation, count) in now)
        {
            _before[operation] = count;
        }

        return spent;
    }
}

using PaymentBot.Sandbox.Cloud.Azurite;
using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Storage;

/// <summary>The whole service goes and comes back.</summary>
public sealed class AzuriteRestartTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Ports_work_again_when_the_service_is_back_even_if_it_has_lost_everything()
    {
        var first = await AzuriteServer.StartAsync(Npm.Folder);
        var ports = first.Ports;
        var options = new AzureStorageOptions { ConnectionString = first.Account(0).ConnectionString };
        var storage = new AzureStorageAccount(options, new ImpatientClock());
        await UseAsync(storage);
        await first.DisposeAsync();

        var down = await Assert.ThrowsAsync<StorageException>(async () =>
            await storage.Tables.GetAsync(TableName.Links, "p", "a", None)
        );
        Assert.Equal("Unreachable", down.ErrorCode);

        await using var second = await AzuriteServer.StartAsync(Npm.Folder, location: null, ports);
        Assert.Null(await storage.Tables.GetAsync(TableName.Links, "p", "a", None));
        Assert.Empty(await storage.QueueReceiver.ReceiveAsync(QueueName.Decisions, 1, TimeSpan.FromMinutes(1), None));
        Assert.Null(await storage.Blobs.OpenReadAsync("a", None));
        await UseAsync(storage);
    }

    private static async Task UseAsync(AzureStorageAccount storage)
    {
        Assert.NotNull(await storage.Tables.InsertAsync(TableName.Links, new TableEntity("p", "a"), None));
        await storage.QueueSender.PutAsync(QueueName.Decisions, "a", TimeSpan.Zero, None);
        await storage.Blobs.UploadAsync("a", new PatternStream(10), None);
        Assert.NotNull(await storage.Tables.GetAsync(TableName.Links, "p", "a", None));
        Assert.Single(await storage.QueueReceiver.ReceiveAsync(QueueName.Decisions, 1, TimeSpan.FromMinutes(1), None));
        Assert.Equal(10, await storage.Blobs.GetLengthAsync("a", None));
    }
}

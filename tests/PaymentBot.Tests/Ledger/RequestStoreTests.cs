using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;
using PaymentBot.Tests.Erp;

namespace PaymentBot.Tests.Ledger;

public sealed class RequestStoreTests : StoreTest
{
    private const int TooLongForARow = 40_000;

    private static CancellationToken None => CancellationToken.None;

    private RequestStore Store => new(Database.Tables, Database.Blobs, Clock);

    [Theory]
    [InlineData(10)]
    [InlineData(TooLongForARow)]
    public async Task Snapshot_reads_back_whole_whatever_its_length(int length)
    {
        var request = Request(1, length);
        Assert.Equal(SaveOutcome.Stored, await Store.SaveAsync(request, "sha256:1", None));

        var stored = await Store.GetAsync(RequestKey.Of(request.Id), None);

        Assert.Equal(request.Purpose, stored?.Request.Purpose);
        Assert.Equal("sha256:1", stored?.ContentHash);
        Assert.Equal(SaveOutcome.Unchanged, await Store.SaveAsync(request, "sha256:1", None));
    }

    [Fact]
    public async Task Text_of_a_long_snapshot_goes_when_a_newer_one_comes()
    {
        await Store.SaveAsync(Request(1, TooLongForARow), "sha256:1", None);
        var former = await BlobAsync();
        Assert.NotNull(await Database.Blobs.GetLengthAsync(former!, None));

        await Store.SaveAsync(Request(2, TooLongForARow), "sha256:2", None);
        Assert.Null(await Database.Blobs.GetLengthAsync(former!, None));
        var latter = await BlobAsync();
        Assert.NotNull(await Database.Blobs.GetLengthAsync(latter!, None));

        await Store.SaveAsync(Request(3, 10), "sha256:3", None);
        Assert.Null(await BlobAsync());
        Assert.Null(await Database.Blobs.GetLengthAsync(latter!, None));
    }

    [Fact]
    public async Task Snapshot_whose_text_vanished_is_a_fault_of_the_storage_and_comes_back_with_the_next()
    {
        var request = Request(1, TooLongForARow);
        await Store.SaveAsync(request, "sha256:1", None);
        await Database.Blobs.DeleteAsync((await BlobAsync())!, None);

        var fault = await Assert.ThrowsAsync<StorageException>(async () =>
            await Store.GetAsync(RequestKey.Of(request.Id), None)
        );
        Assert.Equal("BlobNotFound", fault.ErrorCode);

        await Store.SaveAsync(Request(2, TooLongForARow), "sha256:2", None);
        Assert.Equal(2, (await Store.GetAsync(RequestKey.Of(request.Id), None))?.Request.Revision);
    }

    [Fact]
    public async Task Reader_who_comes_between_row_and_text_sees_the_newer_snapshot()
    {
        await Store.SaveAsync(Request(1, TooLongForARow), "sha256:1", None);
        var key = RequestKey.Of(Request(1, 0).Id);

        var reading = Enumerable
            .Range(0, 50)
            .Select(_ => Task.Run(async () => await Store.GetAsync(key, None)))
            .ToList();
        for (var revision = 2; revision < 10; revision++)
        {
            await Store.SaveAsync(Request(revision, TooLongForARow), $"sha256:{revision}", None);
        }

        Assert.All(
            await Task.WhenAll(reading),
            stored => Assert.Equal(TooLongForARow, stored?.Request.Purpose?.Length)
        );
    }

    private static PaymentRequest Request(long revision, int length) =>
        SnapshotSample.Accept(SnapshotSample.Json).Request with
        {
            Revision = revision,
            Purpose = new string('ц', length),
        };

    private async Task<string?> BlobAsync() =>
        (
            await Database.Tables.GetAsync(TableName.Requests, RequestKey.Of(Request(1, 0).Id).Value, "request", None)
        )!.GetString("SnapshotBlob");
}

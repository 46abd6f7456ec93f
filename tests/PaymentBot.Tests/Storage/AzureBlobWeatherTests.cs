using System.Security.Cryptography;
using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Storage.AzureStorage.Blobs;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Tests.Storage;

/// <summary>Blobs when the line or the service fails.</summary>
public sealed class AzureBlobWeatherTests
{
    private const string Name = "files/a.pdf";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FaultyTransport _line = new();
    private readonly AzureStorageFixture _azure;

    public AzureBlobWeatherTests() => _azure = new AzureStorageFixture(_line, new ImpatientClock());

    private IBlobStore Blobs => _azure.Blobs;

    [Fact]
    public async Task Download_goes_on_where_the_connection_dropped()
    {
        const int Length = 3_000_000;
        await Blobs.UploadAsync(Name, new PatternStream(Length), None);
        _line.Next(Fault.CutBody(1_000_000));
        _line.Next(Fault.Drop);
        _line.Next(Fault.CutBody(700_000));

        await using var stream = (await Blobs.OpenReadAsync(Name, None))!;

        Assert.Equal(PatternStream.HashOf(Length), Convert.ToHexString(await SHA256.HashDataAsync(stream, None)));
        Assert.Equal(4, _azure.Ports.Operations[StorageOperation.GetBlob]);
    }

    [Fact]
    public async Task Download_does_not_go_on_with_another_version()
    {
        await Blobs.UploadAsync(Name, new PatternStream(500_000), None);
        _line.Next(Fault.CutBody(100_000));
        await using var stream = (await Blobs.OpenReadAsync(Name, None))!;
        var other = new AzureStorageAccount(_azure.Options, TimeProvider.System);
        await other.Blobs.UploadAsync(Name, new PatternStream(500_000, seed: 9), None);

        var changed = await Assert.ThrowsAsync<StorageException>(() => stream.CopyToAsync(Stream.Null, None));

        Assert.Equal(("ConditionNotMet", 412), (changed.ErrorCode, changed.Status));
    }

    [Fact]
    public async Task Blob_that_vanishes_in_the_middle_is_an_error()
    {
        await Blobs.UploadAsync(Name, new PatternStream(500_000), None);
        _line.Next(Fault.CutBody(100_000));
        await using var stream = (await Blobs.OpenReadAsync(Name, None))!;
        await Blobs.DeleteAsync(Name, None);

        var gone = await Assert.ThrowsAsync<StorageException>(() => stream.CopyToAsync(Stream.Null, None));

        Assert.True(
            gone is { Status: 404, ErrorCode: "BlobNotFound" } or { Status: 412, ErrorCode: "ConditionNotMet" }
        );
    }

    [Fact]
    public async Task Line_that_drops_at_every_byte_is_given_up()
    {
        await Blobs.UploadAsync(Name, new PatternStream(500_000), None);
        _line.Next(Fault.CutBody(0), times: 20);
        await using var stream = (await Blobs.OpenReadAsync(Name, None))!;

        var dead = await Assert.ThrowsAsync<StorageException>(() => stream.CopyToAsync(Stream.Null, None));

        Assert.Equal("Unreachable", dead.ErrorCode);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(AzureBlobStore.BlockSize)]
    [InlineData((2 * AzureBlobStore.BlockSize) + 1)]
    public async Task Upload_whose_answers_were_lost_is_whole(int length)
    {
        await Blobs.UploadAsync("before", new PatternStream(1), None);
        _line.Next(Fault.LoseAnswer);
        _line.Next(FaultyTransport.SendAsync);
        _line.Next(Fault.Answer(500, "InternalError"));

        Assert.Equal(length, await Blobs.UploadAsync(Name, new PatternStream(length), None));

        await using var stream = (await Blobs.OpenReadAsync(Name, None))!;
        Assert.Equal(PatternStream.HashOf(length), Convert.ToHexString(await SHA256.HashDataAsync(stream, None)));
    }

    [Fact]
    public async Task Block_list_whose_answer_was_lost_is_repeated()
    {
        const int Length = AzureBlobStore.BlockSize + 1;
        await Blobs.UploadAsync("before", new PatternStream(1), None);
        _line.Next(FaultyTransport.SendAsync, times: 2);
        _line.Next(Fault.LoseAnswer);

        await Blobs.UploadAsync(Name, new PatternStream(Length), None);

        Assert.Equal(Length, await Blobs.GetLengthAsync(Name, None));
        Assert.Equal(2, _azure.Ports.Operations[StorageOperation.PutBlockList]);
    }

    [Fact]
    public async Task Delete_whose_answer_was_lost_has_deleted()
    {
        await Blobs.UploadAsync(Name, new PatternStream(10), None);
        _line.Next(Fault.LoseAnswer);

        Assert.True(await Blobs.DeleteAsync(Name, None));
        Assert.False(await Blobs.DeleteAsync(Name, None));
    }
}

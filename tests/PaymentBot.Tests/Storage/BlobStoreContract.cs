using System.Security.Cryptography;
using PaymentBot.Storage;

namespace PaymentBot.Tests.Storage;

/// <summary>What every <see cref="IBlobStore"/> promises. An adapter joins by deriving once and handing in its fixture.</summary>
public abstract class BlobStoreContract(StorageFixture fixture) : IAsyncLifetime
{
    private const long FiftyMegabytes = 50L * 1024 * 1024;
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly string _name = $"tests/{Guid.NewGuid():N}.pdf";

    private IBlobStore Blobs => fixture.Blobs;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => fixture.DisposeAsync().AsTask();

    [Fact]
    public async Task Missing_blob_is_null()
    {
        Assert.Null(await Blobs.OpenReadAsync(_name, None));
        Assert.Null(await Blobs.GetLengthAsync(_name, None));
        Assert.False(await Blobs.DeleteAsync(_name, None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((256 * 1024) - 1)]
    [InlineData(256 * 1024)]
    [InlineData((256 * 1024) + 1)]
    [InlineData(1024 * 1024)]
    public async Task Uploaded_bytes_come_back(int length)
    {
        Assert.Equal(length, await Blobs.UploadAsync(_name, new PatternStream(length), None));

        Assert.Equal(length, await Blobs.GetLengthAsync(_name, None));
        Assert.Equal(PatternStream.HashOf(length), await ReadHashAsync(length));
    }

    [Fact]
    public async Task Fifty_megabytes_are_streamed_in_both_directions()
    {
        await Blobs.UploadAsync(_name + ".warm-up", new PatternStream(1024 * 1024), None);
        var expected = PatternStream.HashOf(FiftyMegabytes);
        var least = long.MaxValue;
        for (var turn = 0; turn < 5 && least > FiftyMegabytes / 2; turn++)
        {
            var source = new PatternStream(FiftyMegabytes);
            var before = GC.GetTotalMemory(forceFullCollection: false);
            var peak = 0L;
            source.Reading += () => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);
            Assert.Equal(FiftyMegabytes, await Blobs.UploadAsync(_name, source, None));
            Assert.InRange(source.LargestRead, 1, 8 * 1024 * 1024);
            least = Math.Min(least, peak);
        }

        // Other tests of the process allocate too, but not in every turn; 50 MB in one piece would show in all of them.
        Assert.InRange(least, long.MinValue, FiftyMegabytes / 2);
        Assert.Equal(expected, await ReadHashAsync(FiftyMegabytes));
    }

    [Fact]
    public async Task Blob_is_invisible_until_its_upload_ends()
    {
        var source = new PatternStream(1024 * 1024);
        var lengths = new List<long?>();
        source.Reading += () => lengths.Add(Blobs.GetLengthAsync(_name, None).AsTask().GetAwaiter().GetResult());

        await Blobs.UploadAsync(_name, source, None);

        Assert.NotEmpty(lengths);
        Assert.All(lengths, Assert.Null);
    }

    [Fact]
    public async Task Failing_content_stores_nothing_and_its_exception_passes_through()
    {
        var source = new PatternStream(1024 * 1024) { FailAt = 700_000 };

        await Assert.ThrowsAsync<EndOfStreamException>(async () => await Blobs.UploadAsync(_name, source, None));

        Assert.Null(await Blobs.GetLengthAsync(_name, None));
    }

    [Fact]
    public async Task Failing_replacement_leaves_the_old_content()
    {
        await Blobs.UploadAsync(_name, new PatternStream(300_000), None);
        var source = new PatternStream(1024 * 1024) { FailAt = 700_000 };

        await Assert.ThrowsAsync<EndOfStreamException>(async () => await Blobs.UploadAsync(_name, source, None));

        Assert.Equal(PatternStream.HashOf(300_000), await ReadHashAsync(300_000));
    }

    [Fact]
    public async Task Cancelled_upload_stores_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new PatternStream(10 * 1024 * 1024);
        source.Reading += () =>
        {
            if (source.Position > 5 * 1024 * 1024)
            {
                cancellation.Cancel();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Blobs.UploadAsync(_name, source, cancellation.Token)
        );

        Assert.Null(await Blobs.GetLengthAsync(_name, None));
    }

    [Fact]
    public async Task Replacement_takes_the_name()
    {
        await Blobs.UploadAsync(_name, new PatternStream(1024 * 1024), None);

        await Blobs.UploadAsync(_name, new PatternStream(10), None);

        Assert.Equal(10, await Blobs.GetLengthAsync(_name, None));
        Assert.Equal(PatternStream.HashOf(10), await ReadHashAsync(10));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_overtaken_by_a_change_gets_the_old_content_or_an_exception(bool replace)
    {
        const int Length = 1024 * 1024;
        await Blobs.UploadAsync(_name, new PatternStream(Length), None);
        await using var reading = (await Blobs.OpenReadAsync(_name, None))!;
        using var read = new MemoryStream();
        read.WriteByte((byte)reading.ReadByte());

        if (replace)
        {
            await Blobs.UploadAsync(_name, new PatternStream(Length, seed: 77), None);
        }
        else
        {
            Assert.True(await Blobs.DeleteAsync(_name, None));
        }

        try
        {
            await reading.CopyToAsync(read, None);
        }
        catch (StorageException)
        {
            return;
        }

        Assert.Equal(PatternStream.HashOf(Length), Convert.ToHexString(SHA256.HashData(read.ToArray())));
    }

    [Fact]
    public async Task Deleted_blob_is_gone()
    {
        await Blobs.UploadAsync(_name, new PatternStream(600_000), None);

        Assert.True(await Blobs.DeleteAsync(_name, None));
        Assert.False(await Blobs.DeleteAsync(_name, None));
        Assert.Null(await Blobs.OpenReadAsync(_name, None));
    }

    [Fact]
    public async Task Parallel_uploads_of_one_name_leave_one_whole_blob()
    {
        int[] lengths = [300_000, 600_000, 900_000, 1_200_000];

        await Task.WhenAll(
            lengths.Select(length =>
                Task.Run(async () => await Blobs.UploadAsync(_name, new PatternStream(length), None), None)
            )
        );

        var stored = await Blobs.GetLengthAsync(_name, None);
        var length = Assert.Single(lengths, length => length == stored);
        Assert.Equal(PatternStream.HashOf(length), await ReadHashAsync(length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A.pdf")]
    [InlineData("a b")]
    [InlineData("счёт.pdf")]
    public async Task Name_outside_of_the_alphabet_is_refused(string name)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
            await Blobs.UploadAsync(name, new PatternStream(1), None)
        );
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Blobs.OpenReadAsync(name, None));
    }

    private async Task<string> ReadHashAsync(long expectedLength)
    {
        await using var stream = await Blobs.OpenReadAsync(_name, None);
        Assert.NotNull(stream);
        Assert.Equal(expectedLength, stream.Length);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream, None));
    }
}

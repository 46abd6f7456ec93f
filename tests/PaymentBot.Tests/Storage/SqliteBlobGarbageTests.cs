using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Tests.Storage;

/// <summary>What uploads, replacements and deletions leave behind, and when it goes.</summary>
public sealed class SqliteBlobGarbageTests() : SqliteTest(new SqliteFixture())
{
    [Fact]
    public async Task Failed_upload_leaves_no_chunk()
    {
        await Assert.ThrowsAsync<EndOfStreamException>(async () =>
            await Sqlite.Blobs.UploadAsync("a", new PatternStream(9_000_000) { FailAt = 8_000_000 }, None)
        );

        Assert.Equal((0, 0), Count());
    }

    [Fact]
    public async Task Replaced_and_deleted_content_is_removed_by_an_upload_an_hour_later()
    {
        await Sqlite.Blobs.UploadAsync("a", new PatternStream(600_000), None);
        await Sqlite.Blobs.UploadAsync("a", new PatternStream(600_000), None);
        await Sqlite.Blobs.DeleteAsync("a", None);
        Assert.Equal((6, 2), Count());

        Sqlite.Clock.Advance(TimeSpan.FromHours(1));
        await Sqlite.Blobs.UploadAsync("b", new PatternStream(1), None);

        Assert.Equal((1, 0), Count());
    }

    [Fact]
    public async Task Upload_that_a_killed_process_left_is_removed_after_an_hour_without_a_sign_of_life()
    {
        await Sqlite.Blobs.UploadAsync("a", new PatternStream(1), None);
        using (var killed = new SqliteFile(Sqlite.Path, TimeSpan.FromSeconds(1)).OpenWriter())
        {
            var now = Sqlite.Clock.GetUtcNow().UtcTicks;
            killed.ExecuteScript($"INSERT INTO blob_orphans VALUES (900000, {now})");
            killed.ExecuteScript(
                "INSERT INTO blob_chunks VALUES (900000 * 1048576, x'00'), (900000 * 1048576 + 1, x'00')"
            );
        }

        Sqlite.Clock.Advance(TimeSpan.FromMinutes(59));
        await Sqlite.Blobs.UploadAsync("b", new PatternStream(1), None);
        Assert.Equal((4, 1), Count());

        Sqlite.Clock.Advance(TimeSpan.FromMinutes(1));
        await Sqlite.Blobs.UploadAsync("c", new PatternStream(1), None);
        Assert.Equal((3, 0), Count());
    }

    [Fact]
    public async Task Reader_can_finish_the_content_that_was_replaced()
    {
        await Sqlite.Blobs.UploadAsync("a", new PatternStream(600_000), None);
        await using var reading = (await Sqlite.Blobs.OpenReadAsync("a", None))!;

        await Sqlite.Blobs.UploadAsync("a", new PatternStream(600_000, seed: 5), None);

        using var read = new MemoryStream();
        await reading.CopyToAsync(read, None);
        var hash = System.Security.Cryptography.SHA256.HashData(read.ToArray());
        Assert.Equal(PatternStream.HashOf(600_000), Convert.ToHexString(hash));
    }

    [Fact]
    public async Task Stream_can_be_read_from_any_position()
    {
        await Sqlite.Blobs.UploadAsync("a", new PatternStream(600_000), None);
        await using var stream = (await Sqlite.Blobs.OpenReadAsync("a", None))!;

        foreach (var position in new[] { 599_999, 0, 262_144, 262_143, 70_000 })
        {
            stream.Position = position;
            Assert.Equal((byte)(position ^ (position >> 8) ^ (position >> 16)), stream.ReadByte());
        }

        stream.Seek(0, SeekOrigin.End);
        Assert.Equal(-1, stream.ReadByte());
    }

    private (long Chunks, long Orphans) Count()
    {
        using var connection = new SqliteFile(Sqlite.Path, TimeSpan.FromSeconds(1)).OpenReader();
        return (
            connection.ReadInt64("SELECT count(*) FROM blob_chunks"),
            connection.ReadInt64("SELECT count(*) FROM blob_orphans")
        );
    }
}

using System.Text;
using System.Text.Json;
using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage.Blobs;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Storage;

/// <summary>The JavaScript clients read what we write and write what we read: the formats are not only our own.</summary>
public sealed class AzureSecondOpinionTests
{
    private const QueueName Queue = QueueName.Notifications;
    private const string Blob = "files/second-opinion.pdf";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly AzureStorageFixture _azure = new();

    [Fact]
    public async Task They_read_what_we_write()
    {
        const int Length = (2 * AzureBlobStore.BlockSize) + 4711;
        await _azure.Tables.InsertAsync(TableName.People, Row(), None);
        await _azure.Sender.PutAsync(Queue, "{\"text\":\"Счёт 🏦\"}", TimeSpan.Zero, None);
        await _azure.Blobs.UploadAsync(Blob, new PatternStream(Length), None);

        using var read = JsonDocument.Parse(await RunAsync("storage-read.mjs"));

        var entity = read
            .RootElement.GetProperty("entity")
            .EnumerateObject()
            .ToDictionary(field => field.Name, field => field.Value.GetString()!, StringComparer.Ordinal);
        Assert.Equal("String Счёт № 7 'в кавычках' \0 🏦", entity["Text"]);
        Assert.Equal("Int32 -7", entity["Int32"]);
        Assert.Equal("Int64 9007199254740993", entity["Int64"]);
        Assert.Equal("Double 0.1", entity["Double"]);
        Assert.Equal("Double NaN", entity["NaN"]);
        Assert.Equal("Boolean true", entity["Boolean"]);
        Assert.Equal("DateTime 2026-03-01T12:30:15.1234567Z", entity["Instant"]);
        Assert.Equal("Guid 6f9619ff-8b86-d011-b42d-00c04fc964ff", entity["Guid"]);
        Assert.Equal("Binary AH+A/w==", entity["Bytes"]);
        var message = Assert.Single(read.RootElement.GetProperty("messages").EnumerateArray());
        Assert.Equal("{\"text\":\"Счёт 🏦\"}", message.GetString());
        var blob = read.RootElement.GetProperty("blob");
        Assert.Equal(Length, blob.GetProperty("length").GetInt32());
        Assert.Equal(PatternStream.HashOf(Length), blob.GetProperty("sha256").GetString());
        Assert.Equal("application/octet-stream", blob.GetProperty("contentType").GetString());
    }

    [Fact]
    public async Task We_read_what_they_write()
    {
        await RunAsync("storage-write.mjs");

        var row = (await _azure.Tables.GetAsync(TableName.People, "p|1", "r:@~1", None))!;
        Assert.Equal(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Text"] = "Счёт № 7 'в кавычках' 🏦",
                ["Int32"] = -7,
                ["Int64"] = 9_007_199_254_740_993L,
                ["Double"] = 0.1,
                ["Whole"] = 5.0,
                ["NaN"] = double.NaN,
                ["Boolean"] = true,
                ["Instant"] = new DateTimeOffset(2026, 3, 1, 12, 30, 15, 123, TimeSpan.Zero),
                ["Guid"] = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
                ["Bytes"] = new byte[] { 0, 127, 128, 255 },
            },
            row.Properties
        );
        row["Int32"] = 8;
        Assert.NotNull(await _azure.Tables.ReplaceAsync(TableName.People, row, row.ETag!, None));
        var message = Assert.Single(await _azure.Receiver.ReceiveAsync(Queue, 32, TimeSpan.FromMinutes(1), None));
        Assert.Equal("{\"v\":1,\"data\":{\"text\":\"Счёт\"}}", message.Body);
        await using var blob = (await _azure.Blobs.OpenReadAsync(Blob, None))!;
        using var content = new MemoryStream();
        await blob.CopyToAsync(content, None);
        Assert.Equal(new string('ж', 1_500_000), Encoding.UTF8.GetString(content.ToArray()));
    }

    private static TableEntity Row() =>
        new("p|1", "r:@~1")
        {
            ["Text"] = "Счёт № 7 'в кавычках' \0 🏦",
            ["Int32"] = -7,
            ["Int64"] = 9_007_199_254_740_993L,
            ["Double"] = 0.1,
            ["NaN"] = double.NaN,
            ["Boolean"] = true,
            ["Instant"] = new DateTimeOffset(2026, 3, 1, 15, 30, 15, TimeSpan.FromHours(3)).AddTicks(1_234_567),
            ["Guid"] = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
            ["Bytes"] = new byte[] { 0, 127, 128, 255 },
        };

    private async Task<string> RunAsync(string script)
    {
        string[] names = ["People", "p|1", "r:@~1", "notifications", AzureBlobStore.ContainerName, Blob];
        await using var node = ProgramProcess.StartCommand(
            "node",
            [script, _azure.Account.ConnectionString, .. names],
            new Dictionary<string, string?>(0),
            Npm.Folder
        );
        Assert.True(await node.WaitForExitAsync() == 0, node.Everything);
        return string.Join('\n', node.Output);
    }
}

using PaymentBot.Storage;

namespace PaymentBot.Tests.Storage;

/// <summary>A process is killed in the middle of its writing, again and again, on one file.</summary>
public sealed class SqliteKillTests() : SqliteTest(new SqliteFixture())
{
    private readonly HashSet<(string What, string Which)> _acknowledged = [];

    [Fact]
    public async Task Every_acknowledged_write_survives_and_none_is_half_done()
    {
        var random = new Random(20260301);
        for (var run = 0; run < 6; run++)
        {
            using var process = new StorageWriterProcess(Sqlite.Path, $"run{run}");
            _acknowledged.UnionWith(await process.KillAfterAsync(random.Next(1, 400)));

            await AssertRowsAsync();
            await AssertMessagesAsync();
            await AssertBlobAsync();
            await Sqlite.ReopenAsync();
        }
    }

    private async Task AssertRowsAsync()
    {
        var states = new Dictionary<string, string?>(StringComparer.Ordinal);
        var query = TableQuery.Partition("killed");
        await foreach (var row in Sqlite.Tables.ReadAllAsync(TableName.Requests, query, None))
        {
            states.Add(row.RowKey, row.GetString("State"));
        }

        Assert.All(Acknowledged("inserted"), key => Assert.Contains(key, states));
        Assert.All(Acknowledged("replaced"), key => Assert.Equal("replaced", states[key]));
        Assert.All(states.Values, state => Assert.True(state is "inserted" or "replaced"));
    }

    private async Task AssertMessagesAsync()
    {
        // Whatever was received and not finished is leased still; an hour and a half later it would come again. Here the clock is the test's.
        Sqlite.Clock.Advance(TimeSpan.FromDays(365));
        var poisoned = await Sqlite.Receiver.ListPoisonAsync(QueueName.Decisions, 100_000, None);
        var waiting = await Sqlite.Receiver.ReceiveAsync(QueueName.Decisions, 32, TimeSpan.FromTicks(1), None);
        string[] bodies = [.. poisoned.Select(message => message.Body), .. waiting.Select(message => message.Body)];

        Assert.Equal(bodies.Distinct(StringComparer.Ordinal), bodies, StringComparer.Ordinal);
        Assert.Subset(bodies.ToHashSet(StringComparer.Ordinal), Acknowledged("put").ToHashSet(StringComparer.Ordinal));
        Assert.Subset(
            poisoned.Select(message => message.Body).ToHashSet(StringComparer.Ordinal),
            Acknowledged("poisoned").ToHashSet(StringComparer.Ordinal)
        );
    }

    private async Task AssertBlobAsync()
    {
        await using var blob = await Sqlite.Blobs.OpenReadAsync("killed", None);
        if (blob is null)
        {
            Assert.Empty(Acknowledged("uploaded"));
            return;
        }

        using var content = new MemoryStream();
        await blob.CopyToAsync(content, None);
        Assert.Equal(600_000, content.Length);
        Assert.Single(content.ToArray().Distinct());
    }

    private IEnumerable<string> Acknowledged(string what) =>
        _acknowledged
            .Where(write => string.Equals(write.What, what, StringComparison.Ordinal))
            .Select(write => write.Which);
}

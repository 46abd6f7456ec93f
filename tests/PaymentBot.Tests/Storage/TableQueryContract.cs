using PaymentBot.Storage;

namespace PaymentBot.Tests.Storage;

/// <summary>The part of <see cref="TableStoreContract"/> about reading many rows.</summary>
public abstract class TableQueryContract(StorageFixture fixture) : TablePropertyContract(fixture)
{
    [Fact]
    public async Task Many_rows_come_in_order_once_each()
    {
        var keys = Enumerable.Range(0, Many).Select(i => $"row-{i:d5}").ToArray();
        await InsertAllAsync(keys);

        var read = await ReadKeysAsync(new TableQuery { PartitionKey = Partition, PageSize = 777 });

        Assert.Equal(keys, read, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Rows_inserted_while_paging_disturb_no_other_row()
    {
        var keys = Enumerable.Range(0, Many).Select(i => $"row-{i:d5}").ToArray();
        await InsertAllAsync(keys);

        var read = new List<string>();
        string? token = null;
        var page = 0;
        do
        {
            var rows = await Tables.QueryAsync(Table, TableQuery.Partition(Partition), token, None);
            read.AddRange(rows.Rows.Select(row => row.RowKey));
            token = rows.ContinuationToken;
            // One behind the reader, one ahead of it.
            await Tables.InsertAsync(Table, Row($"row-00000-{page:d3}"), None);
            await Tables.InsertAsync(Table, Row($"row-99999-{page++:d3}"), None);
        } while (token is not null);

        Assert.Equal(read.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), read, StringComparer.Ordinal);
        Assert.Equal(keys, read.Where(key => key.Length == 9), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Deleting_what_was_read_does_not_disturb_the_next_page()
    {
        var keys = Enumerable.Range(0, 100).Select(i => $"{i:d3}").ToArray();
        await InsertAllAsync(keys);

        var read = new List<string>();
        await foreach (var row in Tables.ReadAllAsync(Table, new() { PartitionKey = Partition, PageSize = 7 }, None))
        {
            read.Add(row.RowKey);
            await Tables.DeleteAsync(Table, Partition, row.RowKey, row.ETag, None);
        }

        Assert.Equal(keys, read, StringComparer.Ordinal);
        Assert.Empty(await ReadKeysAsync(TableQuery.Partition(Partition)));
    }

    [Fact]
    public async Task Order_is_by_code_unit_over_the_whole_alphabet()
    {
        const string Alphabet = "-.0123456789:@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz|~";
        var keys = Alphabet
            .SelectMany(c => new[] { $"{c}", $"{c}{c}", $"a{c}" })
            .Append("aa.b")
            .ToHashSet(StringComparer.Ordinal);
        await InsertAllAsync(keys);

        var read = await ReadKeysAsync(new TableQuery { PartitionKey = Partition, PageSize = 10 });

        Assert.Equal(keys.Order(StringComparer.Ordinal), read, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Range_includes_its_beginning_and_excludes_its_end()
    {
        await InsertAllAsync(["a", "b", "b.1", "c", "d"]);

        var range = new TableQuery
        {
            PartitionKey = Partition,
            FromRowKey = "b",
            BeforeRowKey = "d",
        };
        Assert.Equal(["b", "b.1", "c"], await ReadKeysAsync(range));
        Assert.Equal(["b", "b.1", "c"], await ReadKeysAsync(range with { PageSize = 1 }));
        Assert.Equal(["c", "d"], await ReadKeysAsync(range with { FromRowKey = "c", BeforeRowKey = null }));
        Assert.Equal(["a"], await ReadKeysAsync(range with { FromRowKey = null, BeforeRowKey = "b" }));
    }

    [Theory]
    [InlineData("b")]
    [InlineData("b~")]
    [InlineData("b|x|")]
    public async Task Prefix_finds_what_starts_with_it(string prefix)
    {
        string[] keys = ["a", "b", "b-", "b~", "b~~", "b|x|1", "b|x|2", "b|y|1", "c", "B"];
        await InsertAllAsync(keys);

        var read = await ReadKeysAsync(TableQuery.Prefix(Partition, prefix));

        var expected = keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal));
        Assert.Equal(expected.Order(StringComparer.Ordinal), read, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Query_of_a_partition_sees_no_other_partition()
    {
        await InsertAllAsync(["a"]);
        await Tables.InsertAsync(Table, new TableEntity(Partition + "0", "a"), None);
        await Tables.InsertAsync(Table, new TableEntity(Partition[..^1], "a"), None);

        Assert.Equal(["a"], await ReadKeysAsync(TableQuery.Partition(Partition)));
    }

    [Fact]
    public async Task Query_of_the_whole_table_goes_through_all_partitions()
    {
        var expected = new List<(string, string)>();
        for (var i = 0; i < 30; i++)
        {
            expected.Add(($"{Partition}-{i % 3}", $"{i:d2}"));
            await Tables.InsertAsync(Table, new TableEntity(expected[^1].Item1, expected[^1].Item2), None);
        }

        var read = new List<(string, string)>();
        await foreach (var row in Tables.ReadAllAsync(Table, new TableQuery { PageSize = 4 }, None))
        {
            read.Add((row.PartitionKey, row.RowKey));
        }

        Assert.Equal(expected.Order(), read.Where(row => row.Item1.StartsWith(Partition, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rows_of_a_page_carry_their_version_and_properties()
    {
        var eTag = await Tables.InsertAsync(Table, Row("a", 5), None);

        var page = await Tables.QueryAsync(Table, TableQuery.Partition(Partition), null, None);

        var row = Assert.Single(page.Rows);
        Assert.Equal(eTag, row.ETag);
        Assert.Equal(5, row["Value"]);
        Assert.Null(page.ContinuationToken);
    }

    [Fact]
    public async Task Page_is_never_larger_than_asked()
    {
        await InsertAllAsync(["a", "b", "c"]);

        var query = new TableQuery { PartitionKey = Partition, PageSize = 2 };
        var page = await Tables.QueryAsync(Table, query, null, None);

        Assert.InRange(page.Rows.Count, 0, 2);
        Assert.NotNull(page.ContinuationToken);
    }

    private async Task InsertAllAsync(IEnumerable<string> keys) =>
        await Parallel.ForEachAsync(
            keys,
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (key, token) => Assert.NotNull(await Tables.InsertAsync(Table, Row(key), token))
        );

    private async Task<List<string>> ReadKeysAsync(TableQuery query)
    {
        var keys = new List<string>();
        await foreach (var row in Tables.ReadAllAsync(Table, query, None))
        {
            keys.Add(row.RowKey);
        }

        return keys;
    }
}

using PaymentBot.Storage;

namespace PaymentBot.Tests.Storage;

/// <summary>What every <see cref="ITableStore"/> promises. An adapter joins by deriving once and handing in its fixture.</summary>
public abstract class TableStoreContract(StorageFixture fixture) : TableQueryContract(fixture)
{
    [Fact]
    public async Task Missing_row_reads_as_null()
    {
        Assert.Null(await Tables.GetAsync(Table, Partition, "a", None));
        Assert.False(await Tables.DeleteAsync(Table, Partition, "a", null, None));
        Assert.Null(await Tables.ReplaceAsync(Table, Row("a"), "1", None));
    }

    [Fact]
    public async Task Inserted_row_reads_back_with_the_same_version()
    {
        var eTag = await Tables.InsertAsync(Table, Row("a", 7), None);

        var read = await Tables.GetAsync(Table, Partition, "a", None);
        Assert.NotNull(read);
        Assert.NotNull(eTag);
        Assert.Equal(eTag, read.ETag);
        Assert.Equal((Partition, "a"), (read.PartitionKey, read.RowKey));
        Assert.Equal(7, read["Value"]);
    }

    [Fact]
    public async Task Second_insert_of_the_same_row_loses_and_changes_nothing()
    {
        await Tables.InsertAsync(Table, Row("a", 1), None);

        Assert.Null(await Tables.InsertAsync(Table, Row("a", 2), None));
        Assert.Equal(1, (await Tables.GetAsync(Table, Partition, "a", None))!["Value"]);
    }

    [Fact]
    public async Task Of_64_parallel_inserts_one_wins()
    {
        var inserts = Enumerable
            .Range(0, 64)
            .Select(i =>
                Task.Run(async () => (Value: i, ETag: await Tables.InsertAsync(Table, Row("a", i), None)), None)
            );

        var winner = Assert.Single(await Task.WhenAll(inserts), insert => insert.ETag is not null);
        Assert.Equal(winner.Value, (await Tables.GetAsync(Table, Partition, "a", None))!["Value"]);
    }

    [Fact]
    public async Task Sixteen_parallel_incrementers_lose_nothing()
    {
        const int Each = 20;
        await Tables.InsertAsync(Table, Row("counter", 0), None);

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            for (var done = 0; done < Each; )
                            {
                                var row = (await Tables.GetAsync(Table, Partition, "counter", None))!;
                                row["Value"] = (int)row["Value"]! + 1;
                                done += await Tables.ReplaceAsync(Table, row, row.ETag!, None) is null ? 0 : 1;
                            }
                        },
                        None
                    )
                )
        );

        Assert.Equal(16 * Each, (await Tables.GetAsync(Table, Partition, "counter", None))!["Value"]);
    }

    [Fact]
    public async Task Replace_with_the_current_version_takes_the_whole_row()
    {
        var row = Row("a", 1);
        row["Other"] = "gone after the replace";
        var first = await Tables.InsertAsync(Table, row, None);

        var second = await Tables.ReplaceAsync(Table, Row("a", 2), first!, None);

        var read = (await Tables.GetAsync(Table, Partition, "a", None))!;
        Assert.NotNull(second);
        Assert.NotEqual(first, second, StringComparer.Ordinal);
        Assert.Equal(second, read.ETag);
        Assert.Equal(2, read["Value"]);
        Assert.Null(read["Other"]);
    }

    [Fact]
    public async Task Replace_and_delete_with_a_stale_version_change_nothing()
    {
        var stale = await Tables.InsertAsync(Table, Row("a", 1), None);
        await Tables.UpsertAsync(Table, Row("a", 2), None);

        Assert.Null(await Tables.ReplaceAsync(Table, Row("a", 3), stale!, None));
        Assert.False(await Tables.DeleteAsync(Table, Partition, "a", stale, None));
        Assert.Equal(2, (await Tables.GetAsync(Table, Partition, "a", None))!["Value"]);
    }

    [Fact]
    public async Task Delete_takes_the_expected_version_or_any()
    {
        var eTag = await Tables.InsertAsync(Table, Row("a"), None);
        await Tables.InsertAsync(Table, Row("b"), None);

        Assert.True(await Tables.DeleteAsync(Table, Partition, "a", eTag, None));
        Assert.True(await Tables.DeleteAsync(Table, Partition, "b", null, None));
        Assert.Null(await Tables.GetAsync(Table, Partition, "a", None));
        Assert.Null(await Tables.GetAsync(Table, Partition, "b", None));
    }

    [Fact]
    public async Task Version_of_a_deleted_row_does_not_fit_its_successor()
    {
        var first = await Tables.InsertAsync(Table, Row("a", 1), None);
        await Tables.DeleteAsync(Table, Partition, "a", null, None);
        var second = await Tables.InsertAsync(Table, Row("a", 1), None);

        Assert.NotEqual(first, second, StringComparer.Ordinal);
        Assert.Null(await Tables.ReplaceAsync(Table, Row("a", 2), first!, None));
    }

    [Fact]
    public async Task Upsert_adds_and_replaces()
    {
        var first = await Tables.UpsertAsync(Table, Row("a", 1), None);
        Assert.Equal(first, (await Tables.GetAsync(Table, Partition, "a", None))!.ETag);

        var second = await Tables.UpsertAsync(Table, Row("a", 2), None);
        var read = (await Tables.GetAsync(Table, Partition, "a", None))!;
        Assert.NotEqual(first, second, StringComparer.Ordinal);
        Assert.Equal((second, (object)2), (read.ETag!, read["Value"]!));
    }

    [Fact]
    public async Task Tables_do_not_share_rows()
    {
        await Tables.InsertAsync(TableName.Requests, Row("a", 1), None);

        Assert.NotNull(await Tables.InsertAsync(TableName.Cards, Row("a", 2), None));
        Assert.Equal(1, (await Tables.GetAsync(TableName.Requests, Partition, "a", None))!["Value"]);
        Assert.Null(await Tables.GetAsync(TableName.Decisions, Partition, "a", None));
    }

    [Fact]
    public async Task Every_table_can_be_written()
    {
        foreach (var table in Enum.GetValues<TableName>())
        {
            Assert.NotNull(await Tables.InsertAsync(table, Row("a"), None));
        }
    }

    [Fact]
    public async Task Keys_are_case_sensitive()
    {
        await Tables.InsertAsync(Table, Row("a", 1), None);

        Assert.NotNull(await Tables.InsertAsync(Table, Row("A", 2), None));
        Assert.Equal(1, (await Tables.GetAsync(Table, Partition, "a", None))!["Value"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("ключ")]
    public async Task Key_outside_of_the_alphabet_is_refused(string key)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Tables.InsertAsync(Table, Row(key), None));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Tables.GetAsync(Table, Partition, key, None));
    }

    [Fact]
    public async Task Cancelled_caller_gets_the_cancellation()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Tables.InsertAsync(Table, Row("a"), cancelled.Token)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Tables.GetAsync(Table, Partition, "a", cancelled.Token)
        );
        Assert.Null(await Tables.GetAsync(Table, Partition, "a", None));
    }
}

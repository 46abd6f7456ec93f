using PaymentBot.Storage;

namespace PaymentBot.Tests.Storage;

/// <summary>The part of <see cref="TableStoreContract"/> about the values of rows.</summary>
public abstract class TablePropertyContract(StorageFixture fixture) : IAsyncLifetime
{
    private protected const TableName Table = TableName.Requests;
    private protected string Partition { get; } = Guid.NewGuid().ToString("N");

    private protected static CancellationToken None => CancellationToken.None;

    private protected ITableStore Tables => fixture.Tables;

    private protected int Many => fixture.Many;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => fixture.DisposeAsync().AsTask();

    public static TheoryData<object> Values =>
        [
            "",
            "Казначейство 🏦 \0 <b>&amp;",
            0,
            int.MinValue,
            int.MaxValue,
            0L,
            long.MinValue,
            long.MaxValue,
            true,
            false,
            0.1,
            double.MaxValue,
            double.Epsilon,
            double.NaN,
            double.NegativeInfinity,
            new DateTimeOffset(2026, 3, 1, 12, 30, 15, TimeSpan.Zero).AddTicks(1_234_567),
            Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
            Array.Empty<byte>(),
            new byte[] { 0, 1, 127, 128, 255 },
        ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Property_comes_back_with_its_value_and_type(object value)
    {
        await Tables.InsertAsync(Table, new TableEntity(Partition, "a") { ["P"] = value }, None);

        var read = (await Tables.GetAsync(Table, Partition, "a", None))!["P"];
        Assert.IsType(value.GetType(), read);
        Assert.Equal(value, read);
    }

    [Fact]
    public async Task Many_properties_of_all_types_come_back_together()
    {
        var row = new TableEntity(Partition, "a");
        for (var i = 0; i < 100; i++)
        {
            row[$"Property{i}"] = (i % 4) switch
            {
                0 => $"text {i}",
                1 => i,
                2 => (long)i,
                _ => new byte[] { (byte)i },
            };
        }

        await Tables.InsertAsync(Table, row, None);

        var read = (await Tables.GetAsync(Table, Partition, "a", None))!;
        Assert.Equal(
            row.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).ToArray(),
            read.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).ToArray()
        );
    }

    [Fact]
    public async Task Properties_unknown_to_a_writer_survive_its_read_and_replace()
    {
        var written = new TableEntity(Partition, "a") { ["Known"] = 1, ["FromANewerVersion"] = "kept" };
        await Tables.InsertAsync(Table, written, None);

        var row = (await Tables.GetAsync(Table, Partition, "a", None))!;
        row["Known"] = 2;
        await Tables.ReplaceAsync(Table, row, row.ETag!, None);

        var read = (await Tables.GetAsync(Table, Partition, "a", None))!;
        Assert.Equal(2, read["Known"]);
        Assert.Equal("kept", read["FromANewerVersion"]);
    }

    [Fact]
    public async Task Row_without_properties_is_a_row()
    {
        await Tables.InsertAsync(Table, new TableEntity(Partition, "a"), None);

        Assert.Empty((await Tables.GetAsync(Table, Partition, "a", None))!.Properties);
    }

    [Fact]
    public async Task Change_of_the_entity_after_the_call_is_not_stored()
    {
        var bytes = new byte[] { 1 };
        var row = new TableEntity(Partition, "a") { ["Bytes"] = bytes, ["Text"] = "before" };
        var insert = Tables.InsertAsync(Table, row, None);
        bytes[0] = 2;
        row["Text"] = "after";
        await insert;

        var read = (await Tables.GetAsync(Table, Partition, "a", None))!;
        Assert.Equal(new byte[] { 1 }, read["Bytes"]);
        Assert.Equal("before", read["Text"]);
    }

    [SkippableFact]
    public async Task Instant_keeps_its_offset()
    {
        fixture.Require(StorageCapability.InstantOffset);
        var instant = new DateTimeOffset(2026, 3, 1, 12, 30, 15, TimeSpan.FromMinutes(345));
        await Tables.InsertAsync(Table, new TableEntity(Partition, "a") { ["P"] = instant }, None);

        var read = Assert.IsType<DateTimeOffset>((await Tables.GetAsync(Table, Partition, "a", None))!["P"]);
        Assert.True(instant.EqualsExact(read));
    }

    [SkippableFact]
    public async Task Large_properties_come_back()
    {
        fixture.Require(StorageCapability.LargeProperties);
        var text = new string('ж', 300_000);
        var bytes = new byte[1_000_000];
        new Random(1).NextBytes(bytes);
        await Tables.InsertAsync(Table, new TableEntity(Partition, "a") { ["T"] = text, ["B"] = bytes }, None);

        var read = (await Tables.GetAsync(Table, Partition, "a", None))!;
        Assert.Equal(text, read["T"]);
        Assert.Equal(bytes, read["B"]);
    }

    private protected TableEntity Row(string rowKey, int value = 0) => new(Partition, rowKey) { ["Value"] = value };
}

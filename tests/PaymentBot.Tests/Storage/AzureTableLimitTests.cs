using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage.Pipeline;
using PaymentBot.Storage.AzureStorage.Tables;

namespace PaymentBot.Tests.Storage;

/// <summary>What a row of Azure Table Storage may hold: the largest is taken, anything more is refused before it is sent.</summary>
public sealed class AzureTableLimitTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly AzureStorageFixture _azure = new();

    [Fact]
    public async Task Largest_text_and_bytes_come_back()
    {
        var row = Row();
        row["Text"] = new string('ж', EntityLimits.MaxTextLength);
        row["Bytes"] = new byte[EntityLimits.MaxBytesLength];

        await _azure.Tables.InsertAsync(TableName.Requests, row, None);

        var read = (await _azure.Tables.GetAsync(TableName.Requests, "p", "a", None))!;
        Assert.Equal(row["Text"], read["Text"]);
        Assert.Equal(row["Bytes"], read["Bytes"]);
    }

    [Fact]
    public async Task Most_properties_and_the_largest_row_come_back()
    {
        await _azure.Tables.InsertAsync(TableName.Requests, Many(EntityLimits.MaxProperties), None);
        await _azure.Tables.UpsertAsync(TableName.Cards, Large(15), None);

        var read = (await _azure.Tables.GetAsync(TableName.Requests, "p", "a", None))!;
        Assert.Equal(EntityLimits.MaxProperties, read.Properties.Count);
        Assert.NotNull(await _azure.Tables.GetAsync(TableName.Cards, "p", "a", None));
    }

    public static TheoryData<string, string> TooMuch =>
        new()
        {
            { "text", "PropertyValueTooLarge" },
            { "bytes", "PropertyValueTooLarge" },
            { "row", "EntityTooLarge" },
            { "properties", "TooManyProperties" },
            { "instant", "OutOfRangeInput" },
        };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task Anything_more_is_refused_before_it_is_sent(string what, string code)
    {
        var row = what switch
        {
            "text" => new TableEntity("p", "a") { ["P"] = new string('a', EntityLimits.MaxTextLength + 1) },
            "bytes" => new TableEntity("p", "a") { ["P"] = new byte[EntityLimits.MaxBytesLength + 1] },
            "row" => Large(16),
            "properties" => Many(EntityLimits.MaxProperties + 1),
            _ => new TableEntity("p", "a") { ["P"] = DateTimeOffset.MinValue },
        };

        var refused = await Assert.ThrowsAsync<StorageException>(async () =>
            await _azure.Tables.InsertAsync(TableName.Requests, row, None)
        );

        Assert.Equal((code, 400), (refused.ErrorCode, refused.Status));
        Assert.Equal(0, _azure.Ports.Operations.Tables);
    }

    [Theory]
    [InlineData("Timestamp")]
    [InlineData("PartitionKey")]
    [InlineData("WriteMark")]
    public async Task Property_of_the_store_is_the_callers_mistake(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await _azure.Tables.InsertAsync(TableName.Requests, new TableEntity("p", "a") { [name] = 1 }, None)
        );
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_the_callers_mistake()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
            await _azure.Tables.InsertAsync(TableName.Requests, new TableEntity("p", "a") { ["P"] = "a\ud83c" }, None)
        );
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("100%")]
    [InlineData("a b&c#d/?")]
    public async Task Bound_of_a_query_may_be_any_text(string from)
    {
        await _azure.Tables.InsertAsync(TableName.Requests, new TableEntity("p", "ja"), None);
        await _azure.Tables.InsertAsync(TableName.Requests, new TableEntity("p", "-"), None);

        var query = new TableQuery { PartitionKey = "p", FromRowKey = from };
        var page = await _azure.Tables.QueryAsync(TableName.Requests, query, null, None);

        Assert.Equal(["ja"], page.Rows.Select(row => row.RowKey), StringComparer.Ordinal);
        Assert.Equal(1, _azure.Ports.Operations[StorageOperation.QueryEntities]);
    }

    private static TableEntity Row() => new("p", "a");

    private static TableEntity Many(int properties)
    {
        var row = Row();
        for (var i = 0; i < properties; i++)
        {
            row[$"P{i}"] = i;
        }

        return row;
    }

    private static TableEntity Large(int texts)
    {
        var row = Row();
        for (var i = 0; i < texts; i++)
        {
            row[$"P{i}"] = new string('a', EntityLimits.MaxTextLength);
        }

        return row;
    }
}

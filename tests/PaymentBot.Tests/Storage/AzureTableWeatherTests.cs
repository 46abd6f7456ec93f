using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Tests.Storage;

/// <summary>Tables when the line or the service fails.</summary>
public sealed class AzureTableWeatherTests
{
    private const TableName Table = TableName.Decisions;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FaultyTransport _line = new();
    private readonly ImpatientClock _clock = new();
    private readonly AzureStorageFixture _azure;
    private readonly AzureStorageAccount _other;

    public AzureTableWeatherTests()
    {
        _azure = new AzureStorageFixture(_line, _clock);
        _other = new AzureStorageAccount(_azure.Options, TimeProvider.System);
    }

    private ITableStore Tables => _azure.Tables;

    [Fact]
    public async Task Insert_whose_answer_was_lost_knows_its_own_row()
    {
        await Tables.InsertAsync(Table, Row("before"), None);
        _line.Next(Fault.LoseAnswer);

        var eTag = await Tables.InsertAsync(Table, Row("a"), None);

        Assert.NotNull(eTag);
        Assert.Equal(eTag, (await _other.Tables.GetAsync(Table, "p", "a", None))!.ETag);
        Assert.Null(await _other.Tables.InsertAsync(Table, Row("a"), None));
    }

    [Fact]
    public async Task Writes_that_timed_out_after_they_were_done_know_their_own_rows()
    {
        await Tables.InsertAsync(Table, Row("before"), None);
        _line.Next(Fault.TimeOutAfterwards);
        var first = await Tables.InsertAsync(Table, Row("a", 1), None);
        Assert.NotNull(first);
        _line.Next(Fault.TimeOutAfterwards);

        var second = await Tables.ReplaceAsync(Table, Row("a", 2), first, None);

        Assert.Equal(second, (await _other.Tables.GetAsync(Table, "p", "a", None))!.ETag);
    }

    [Fact]
    public async Task Insert_that_was_dropped_does_not_take_an_equal_row_for_its_own()
    {
        await Tables.InsertAsync(Table, Row("before"), None);
        _line.Next(Fault.DropThen(async () => Assert.NotNull(await _other.Tables.InsertAsync(Table, Row("a"), None))));

        Assert.Null(await Tables.InsertAsync(Table, Row("a"), None));
    }

    [Fact]
    public async Task Replace_whose_answer_was_lost_knows_its_own_row()
    {
        var first = await Tables.InsertAsync(Table, Row("a", 1), None);
        _line.Next(Fault.LoseAnswer);

        var second = await Tables.ReplaceAsync(Table, Row("a", 2), first!, None);

        var read = (await _other.Tables.GetAsync(Table, "p", "a", None))!;
        Assert.Equal(second, read.ETag);
        Assert.Equal(2, read["Value"]);
    }

    [Fact]
    public async Task Replace_that_was_dropped_loses_to_an_equal_one()
    {
        var first = await Tables.InsertAsync(Table, Row("a", 1), None);
        _line.Next(
            Fault.DropThen(async () =>
                Assert.NotNull(await _other.Tables.ReplaceAsync(Table, Row("a", 2), first!, None))
            )
        );

        Assert.Null(await Tables.ReplaceAsync(Table, Row("a", 2), first!, None));
    }

    [Fact]
    public async Task Delete_whose_answer_was_lost_has_deleted()
    {
        var eTag = await Tables.InsertAsync(Table, Row("a"), None);
        _line.Next(Fault.LoseAnswer);

        Assert.True(await Tables.DeleteAsync(Table, "p", "a", eTag, None));
        Assert.False(await Tables.DeleteAsync(Table, "p", "a", eTag, None));
    }

    [Fact]
    public async Task Upsert_and_reads_are_repeated()
    {
        _line.Next(Fault.Drop, times: 2);
        await Tables.UpsertAsync(Table, Row("a", 7), None);
        _line.Next(Fault.CutBody(20));

        Assert.Equal(7, (await Tables.GetAsync(Table, "p", "a", None))!["Value"]);
        _line.Next(Fault.Answer(502));
        Assert.Single((await Tables.QueryAsync(Table, TableQuery.Partition("p"), null, None)).Rows);
    }

    [Theory]
    [InlineData(429, "TooManyRequests")]
    [InlineData(503, "ServerBusy")]
    public async Task Busy_service_is_asked_again_when_it_says(int status, string code)
    {
        await Tables.InsertAsync(Table, Row("a"), None);
        var asked = _azure.Ports.Operations[StorageOperation.GetEntity];
        _line.Next(Fault.Answer(status, code, retryAfter: TimeSpan.FromSeconds(7)));

        Assert.NotNull(await Tables.GetAsync(Table, "p", "a", None));

        Assert.Equal([TimeSpan.FromSeconds(7)], _clock.Pauses);
        Assert.Equal(asked + 2, _azure.Ports.Operations[StorageOperation.GetEntity]);
        Assert.Contains(_azure.Log, line => line.Contains($"{status}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Busy_service_is_given_up_after_five_attempts_with_its_status_and_code()
    {
        _line.Next(Fault.Answer(503, "ServerBusy"), times: 10);

        var busy = await FailAsync(async () => await Tables.InsertAsync(Table, Row("a"), None));

        Assert.Equal(("ServerBusy", 503), (busy.ErrorCode, busy.Status));
        Assert.Equal(RetryRule.MaxAttempts, _line.Requests);
        Assert.Equal(4, _clock.Pauses.Count);
    }

    [Fact]
    public async Task Service_that_wants_to_be_left_alone_for_a_minute_is()
    {
        _line.Next(Fault.Answer(503, "ServerBusy", retryAfter: TimeSpan.FromMinutes(1)));

        await FailAsync(async () => await Tables.GetAsync(Table, "p", "a", None));

        Assert.Equal(1, _line.Requests);
    }

    [Fact]
    public async Task No_attempt_begins_later_than_25_seconds_after_the_first()
    {
        _line.Next(Fault.Answer(503, "ServerBusy", retryAfter: TimeSpan.FromSeconds(9)), times: 10);

        var busy = await FailAsync(async () => await Tables.GetAsync(Table, "p", "a", None));

        Assert.Equal(("ServerBusy", 503), (busy.ErrorCode, busy.Status));
        Assert.Equal([TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(9)], _clock.Pauses);
        Assert.Equal(3, _line.Requests);
    }

    [Fact]
    public async Task Dead_line_is_an_error_after_five_attempts()
    {
        _line.Next(Fault.Drop, times: 10);

        var dead = await FailAsync(async () => await Tables.GetAsync(Table, "p", "a", None));

        Assert.Equal(("Unreachable", (int?)null), (dead.ErrorCode, dead.Status));
        Assert.Equal(RetryRule.MaxAttempts, _line.Requests);
    }

    [Fact]
    public async Task Refusal_is_an_error_at_once_that_shows_neither_keys_nor_contents()
    {
        const string Body =
            """{"odata.error":{"code":"AuthorizationPermissionMismatch","message":{"value":"secret"}}}""";
        _line.Next(Fault.Answer(403, body: Body));

        var refused = await FailAsync(async () => await Tables.InsertAsync(Table, Row("row-key"), None));

        Assert.Equal(("AuthorizationPermissionMismatch", 403), (refused.ErrorCode, refused.Status));
        Assert.Equal(1, _line.Requests);
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("row-key", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_of_a_stranger_instead_of_an_answer_is_an_error()
    {
        _line.Next(Fault.Answer(200, body: "<html>Please sign in</html>"));

        var bad = await FailAsync(async () => await Tables.GetAsync(Table, "p", "a", None));

        Assert.Equal("Unreadable", bad.ErrorCode);
    }

    [Fact]
    public async Task Unknown_properties_are_kept_or_left_out()
    {
        const string Body = """
            {"odata.metadata":"m","odata.etag":"W/\"1\"","odata.new":{"a":[1]},"PartitionKey":"p","RowKey":"a","Timestamp":"2026-03-01T12:00:00Z",
            "Late":"2026-03-01T12:00:00.5Z","Late@odata.type":"Edm.DateTime",
            "Nested":{"b":1},"None":null,"Whole":5.0,"Huge":5000000000}
            """;
        _line.Next(Fault.Answer(200, body: Body));

        var row = (await Tables.GetAsync(Table, "p", "a", None))!;

        Assert.Equal("W/\"1\"", row.ETag);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, 500, TimeSpan.Zero), row["Late"]);
        Assert.Equal((5.0, 5_000_000_000L), ((double)row["Whole"]!, (long)row["Huge"]!));
        Assert.Equal(["Huge", "Late", "Whole"], row.Properties.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<StorageException> FailAsync(Func<Task> action) =>
        await Assert.ThrowsAsync<StorageException>(action);

    private static TableEntity Row(string rowKey, int value = 0) => new("p", rowKey) { ["Value"] = value };
}

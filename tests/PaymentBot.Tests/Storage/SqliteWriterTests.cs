using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite;
using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Tests.Storage;

/// <summary>Group commit: one transaction for many, an outcome for each.</summary>
public sealed class SqliteWriterTests() : SqliteTest(new SqliteFixture())
{
    [Fact]
    public async Task Writes_that_gather_behind_a_commit_share_the_next_one()
    {
        using var gate = new ManualResetEventSlim();
        var blocked = await BlockWriterAsync(gate);
        var commits = Sqlite.Database.Commits;
        var inserts = Enumerable.Range(0, 200).Select(i => InsertAsync($"{i}", None)).ToArray();
        gate.Set();

        await Task.WhenAll(inserts);
        await blocked;

        // The one that held the writer up takes along what came meanwhile.
        Assert.InRange(Sqlite.Database.Commits - commits, 1, 2);
    }

    [Fact]
    public async Task Parallel_inserts_need_far_fewer_commits()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(writer =>
                    Task.Run(
                        async () =>
                        {
                            for (var i = 0; i < 20; i++)
                            {
                                Assert.NotNull(await InsertAsync($"{writer}-{i}", None));
                            }
                        },
                        None
                    )
                )
        );

        Assert.InRange(Sqlite.Database.Commits, 1, 64 * 20 / 4);
    }

    [Fact]
    public async Task Outcomes_within_a_group_are_individual()
    {
        using var gate = new ManualResetEventSlim();
        var blocked = await BlockWriterAsync(gate);
        var first = InsertAsync("a", None);
        var conflict = InsertAsync("a", None);
        var other = InsertAsync("b", None);
        var missing = Sqlite.Tables.DeleteAsync(TableName.Links, "p", "none", null, None);
        gate.Set();

        Assert.NotNull(await first);
        Assert.Null(await conflict);
        Assert.NotNull(await other);
        Assert.False(await missing);
        await blocked;
    }

    [Fact]
    public async Task Failing_write_does_not_concern_its_neighbours_and_leaves_nothing()
    {
        using var gate = new ManualResetEventSlim();
        var blocked = await BlockWriterAsync(gate);
        var before = InsertAsync("before", None);
        var failing = Sqlite.Database.Writes.RunAsync<bool>(
            session =>
            {
                session.Connection.ExecuteScript("INSERT INTO Links VALUES ('p', 'half-done', 1, x'01')");
                throw new InvalidOperationException("secret");
            },
            None
        );
        var wrong = Sqlite.Database.Writes.RunAsync(
            session =>
            {
                session.Connection.ExecuteScript("INSERT INTO sequence VALUES (NULL)");
                return true;
            },
            None
        );
        var after = InsertAsync("after", None);
        gate.Set();

        var failure = await Assert.ThrowsAsync<StorageException>(() => failing);
        Assert.Equal("InternalError", failure.ErrorCode);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
        Assert.Equal("SQLITE_CONSTRAINT", (await Assert.ThrowsAsync<StorageException>(() => wrong)).ErrorCode);
        Assert.NotNull(await before);
        Assert.NotNull(await after);
        await blocked;
        Assert.Null(await Sqlite.Tables.GetAsync(TableName.Links, "p", "half-done", None));
        Assert.NotNull(await Sqlite.Tables.GetAsync(TableName.Links, "p", "before", None));
        Assert.NotNull(await InsertAsync("later", None));
    }

    [Fact]
    public async Task Write_cancelled_before_it_began_never_happens()
    {
        using var gate = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();
        var blocked = await BlockWriterAsync(gate);
        var cancelled = InsertAsync("cancelled", cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        gate.Set();
        await blocked;
        Assert.Null(await Sqlite.Tables.GetAsync(TableName.Links, "p", "cancelled", None));
    }

    [Fact]
    public async Task Lock_that_another_process_keeps_is_an_error_after_a_while_and_passes()
    {
        await InsertAsync("first", None);
        await using var impatient = new SqliteDatabase(Sqlite.Path, Sqlite.Clock, TimeSpan.FromMilliseconds(50));
        using (var other = new SqliteFile(Sqlite.Path, TimeSpan.FromSeconds(1)).OpenWriter())
        {
            other.ExecuteScript("BEGIN IMMEDIATE");

            var busy = await Assert.ThrowsAsync<StorageException>(async () =>
                await impatient.Tables.InsertAsync(TableName.Links, new TableEntity("p", "second"), None)
            );
            Assert.Equal("SQLITE_BUSY", busy.ErrorCode);
            Assert.NotNull(await impatient.Tables.GetAsync(TableName.Links, "p", "first", None));
        }

        Assert.NotNull(await impatient.Tables.InsertAsync(TableName.Links, new TableEntity("p", "second"), None));
    }

    [Fact]
    public async Task Disposing_finishes_the_writes_that_wait()
    {
        using var gate = new ManualResetEventSlim();
        var blocked = await BlockWriterAsync(gate);
        var inserts = Enumerable.Range(0, 10).Select(i => InsertAsync($"{i}", None)).ToArray();
        var disposing = Sqlite.Database.DisposeAsync();
        gate.Set();
        await disposing;
        await blocked;

        Assert.All(await Task.WhenAll(inserts), Assert.NotNull);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => InsertAsync("late", None));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
            await Sqlite.Tables.GetAsync(TableName.Links, "p", "0", None)
        );
    }

    [Fact]
    public async Task Disposing_ends_the_waits_for_queues()
    {
        var wait = Sqlite.Receiver.WaitAsync(QueueName.Decisions, None).AsTask();

        await Sqlite.Database.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => wait.WaitAsync(TimeSpan.FromSeconds(60), None));
    }

    /// <summary>Occupies the writer until the gate opens.</summary>
    /// <returns>When the writer is occupied, the task that ends with the gate.</returns>
    private async Task<Task<bool>> BlockWriterAsync(ManualResetEventSlim gate)
    {
        var occupied = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var blocked = Sqlite.Database.Writes.RunAsync(
            _ =>
            {
                occupied.TrySetResult();
                gate.Wait(None);
                return true;
            },
            None
        );
        await occupied.Task;
        return blocked;
    }

    private async Task<string?> InsertAsync(string row, CancellationToken cancellationToken) =>
        await Sqlite.Tables.InsertAsync(TableName.Links, new TableEntity("p", row), cancellationToken);
}

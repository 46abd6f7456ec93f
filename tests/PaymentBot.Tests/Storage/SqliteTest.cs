namespace PaymentBot.Tests.Storage;

/// <summary>Tests with an SQLite file of their own.</summary>
public abstract class SqliteTest : IAsyncLifetime
{
    private protected SqliteTest(SqliteFixture sqlite) => Sqlite = sqlite;

    /// <summary>The file and its ports.</summary>
    private protected SqliteFixture Sqlite { get; }

    /// <summary>No reason to give up.</summary>
    protected static CancellationToken None => CancellationToken.None;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Sqlite.DisposeAsync().AsTask();
}

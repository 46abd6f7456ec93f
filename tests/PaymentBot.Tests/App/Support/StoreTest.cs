using PaymentBot.Storage.Sqlite;
using PaymentBot.Testing;

namespace PaymentBot.Tests.App.Support;

/// <summary>A test of something that keeps its state in tables: one temporary file and a manual clock.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("paymentbot-store-").FullName;

    protected StoreTest() => Database = new SqliteDatabase(Path.Combine(_folder, "bot.db"), Clock);

    internal ManualTimeProvider Clock { get; } = new();

    internal SqliteDatabase Database { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

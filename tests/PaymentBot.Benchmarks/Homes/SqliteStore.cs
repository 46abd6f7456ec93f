using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite;

namespace PaymentBot.Benchmarks.Homes;

/// <summary>One file.</summary>
internal sealed class SqliteStore(string file, TimeProvider clock) : IStore
{
    private SqliteDatabase? _database;

    public ITableStore Tables => Database.Tables;

    public IBlobStore Blobs => Database.Blobs;

    private SqliteDatabase Database => _database ??= new SqliteDatabase(file, clock);

    public async ValueTask CloseAsync()
    {
        if (_database is { } database)
        {
            _database = null;
            await database.DisposeAsync();
        }
    }
}

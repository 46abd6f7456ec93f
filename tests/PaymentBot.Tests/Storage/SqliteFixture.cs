using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite;

namespace PaymentBot.Tests.Storage;

/// <summary>An SQLite file of its own in a folder of its own.</summary>
internal sealed class SqliteFixture : StorageFixture
{
    private const StorageCapability Everything =
        StorageCapability.ManualClock
        | StorageCapability.PoisonShelf
        | StorageCapability.ReceiptDiesWithLease
        | StorageCapability.InstantOffset
        | StorageCapability.LargeProperties;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paymentbot-sqlite-");

    public SqliteFixture()
        : base(Everything)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "paymentbot.db");
        Database = new SqliteDatabase(Path, Clock);
    }

    public string Path { get; }

    public SqliteDatabase Database { get; private set; }

    public override ITableStore Tables => Database.Tables;

    public override IQueueSender Sender => Database.QueueSender;

    public override IQueueReceiver Receiver => Database.QueueReceiver;

    public override IBlobStore Blobs => Database.Blobs;

    /// <summary>Closes the file and opens it again.</summary>
    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        Database = new SqliteDatabase(Path, Clock);
    }

    public override async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

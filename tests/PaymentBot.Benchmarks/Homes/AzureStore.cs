using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage;

namespace PaymentBot.Benchmarks.Homes;

/// <summary>One account of Azurite.</summary>
internal sealed class AzureStore(string connectionString, TimeProvider clock) : IStore
{
    private readonly AzureStorageAccount _account = new(
        new AzureStorageOptions { ConnectionString = connectionString },
        clock
    );

    public ITableStore Tables => _account.Tables;

    public IBlobStore Blobs => _account.Blobs;

    public ValueTask CloseAsync() => ValueTask.CompletedTask;
}

using PaymentBot.Functions.Settings;
using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite.Backups;

namespace PaymentBot.Functions.Commands;

/// <summary>Chooses how the configured store is copied.</summary>
internal static class StorageBackups
{
    /// <summary>The way to copy the store, or null when it is no file of ours.</summary>
    /// <param name="storage">Which store.</param>
    public static IStorageBackup? For(StorageSettings storage) =>
        storage.Provider == StorageProvider.Sqlite ? new SqliteBackup(storage.SqlitePath, TimeProvider.System) : null;
}

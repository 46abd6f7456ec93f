namespace PaymentBot.Functions.Settings;

/// <summary>Which adapter holds the state.</summary>
internal enum StorageProvider
{
    /// <summary>One SQLite file.</summary>
    Sqlite,

    /// <summary>The storage account of <c>AzureWebJobsStorage</c>.</summary>
    AzureStorage,
}

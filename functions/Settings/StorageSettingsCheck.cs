using PaymentBot.Erp;
using PaymentBot.Storage.AzureStorage;

namespace PaymentBot.Functions.Settings;

/// <summary>Reads which store holds the state, and says what is missing.</summary>
/// <param name="faults">Gets a line for each fault; the lines name keys, never values.</param>
internal sealed class StorageSettingsCheck(ICollection<string> faults)
{
    private const string Section = "AzureWebJobsStorage";

    /// <summary>Reads the storage account that the Functions host uses too.</summary>
    /// <param name="storage">The section <c>Storage</c>.</param>
    /// <param name="configuration">The configuration.</param>
    /// <returns>The account, or null when a file holds the state.</returns>
    public AzureStorageOptions? Read(StorageSettings storage, IConfiguration configuration)
    {
        if (storage.Provider == StorageProvider.Sqlite)
        {
            if (storage.SqlitePath.Length == 0)
            {
                faults.Add("Storage__SqlitePath is missing: the file that holds everything, such as paymentbot.db.");
            }

            return null;
        }

        var section = configuration.GetSection(Section);
        var options = new AzureStorageOptions
        {
            ConnectionString = Text(section.Value),
            AccountName = Text(section["accountName"]),
            BlobServiceUri = ReadAddress(section, "blobServiceUri"),
            QueueServiceUri = ReadAddress(section, "queueServiceUri"),
            TableServiceUri = ReadAddress(section, "tableServiceUri"),
            Credential = Text(section["credential"]),
            ClientId = Text(section["clientId"]),
        };
        Check(options);
        return options;
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private void Check(AzureStorageOptions options)
    {
        var named =
            options.ConnectionString is not null
            || options.AccountName is not null
            || options is { BlobServiceUri: not null, QueueServiceUri: not null, TableServiceUri: not null };
        if (!named)
        {
            faults.Add(
                $"{Section} is missing: a connection string, or {Section}__accountName, or all of {Section}__blobServiceUri, __queueServiceUri and __tableServiceUri."
            );
            return;
        }

        try
        {
            options.Validate();
        }
        catch (AzureStorageOptionsException exception)
        {
            faults.Add($"{Section}: {exception.Message}");
        }
    }

    private Uri? ReadAddress(IConfigurationSection section, string name)
    {
        if (Text(section[name]) is not { } text)
        {
            return null;
        }

        if (WebAddress.Parse(text) is { Scheme: "https" } address)
        {
            return address;
        }

        faults.Add($"{Section}__{name} must be an absolute https address.");
        return null;
    }
}

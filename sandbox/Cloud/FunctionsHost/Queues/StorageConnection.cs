using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Queues;

/// <summary>Finds the storage account that a connection names: one app setting, or a group of settings for an identity.</summary>
/// <param name="settings">The app settings.</param>
/// <param name="clock">The clock of requests.</param>
internal sealed class StorageConnection(AppSettingNames settings, TimeProvider clock)
{
    /// <summary>The account that the host itself needs.</summary>
    public const string Host = "AzureWebJobsStorage";

    /// <summary>The queue service of the account.</summary>
    /// <param name="file">The file that names the connection.</param>
    /// <exception cref="FunctionsHostException">There are no such settings, or they name no account.</exception>
    public HostQueues Open(string file, string connection)
    {
        var options = new AzureStorageOptions
        {
            ConnectionString = Find(connection),
            AccountName = Find($"{connection}__accountName"),
            BlobServiceUri = Address($"{connection}__blobServiceUri"),
            QueueServiceUri = Address($"{connection}__queueServiceUri"),
            TableServiceUri = Address($"{connection}__tableServiceUri"),
            Credential = Find($"{connection}__credential"),
            ClientId = Find($"{connection}__clientId"),
        };
        if (options is { ConnectionString: null, AccountName: null, QueueServiceUri: null })
        {
            throw new FunctionsHostException($"{file}: there is no app setting for the connection {connection}.");
        }

        try
        {
            return new HostQueues(new StorageClients(options, clock).Queues);
        }
        catch (AzureStorageOptionsException problem)
        {
            throw new FunctionsHostException($"{file}: the connection {connection}: {problem.Message}", problem);
        }
    }

    /// <summary>What tells one account from another.</summary>
    public string Identify() =>
        Find(Host) ?? Find($"{Host}__accountName") ?? Find($"{Host}__blobServiceUri") ?? string.Empty;

    /// <summary>The connection's own name goes after the one with the prefix <c>AzureWebJobs</c>.</summary>
    private string? Find(string name) => settings.Find($"AzureWebJobs{name}") ?? settings.Find(name);

    private Uri? Address(string name) => Find(name) is { } text ? new Uri(text) : null;
}

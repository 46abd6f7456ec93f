using PaymentBot.Storage.AzureStorage.Account;

namespace PaymentBot.Storage.AzureStorage;

/// <summary>
/// Which storage account, and as whom: the setting <c>AzureWebJobsStorage</c> and the settings that begin with <c>AzureWebJobsStorage__</c>, as the
/// Functions host reads them
/// (https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity).
/// </summary>
public sealed record AzureStorageOptions
{
    /// <summary>A connection string with an account key, or <c>UseDevelopmentStorage=true</c>; null to sign in with an identity.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The account's name in the public cloud: gives all three addresses.</summary>
    public string? AccountName { get; init; }

    /// <summary>Where blobs are, <c>https</c>; goes before <see cref="AccountName"/>.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>Where queues are, <c>https</c>; goes before <see cref="AccountName"/>.</summary>
    public Uri? QueueServiceUri { get; init; }

    /// <summary>Where tables are, <c>https</c>; goes before <see cref="AccountName"/>.</summary>
    public Uri? TableServiceUri { get; init; }

    /// <summary><c>managedidentity</c>, or null for whatever identity the environment offers.</summary>
    public string? Credential { get; init; }

    /// <summary>The client id of a user-assigned identity, or null for the system's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>Throws when these options do not name an account, with a sentence for whoever set them.</summary>
    /// <exception cref="AzureStorageOptionsException">They name none, or in a form that is not supported.</exception>
    public void Validate()
    {
        if (StorageAccount.From(this).Key is null)
        {
            StorageCredentials.From(this);
        }
    }
}

/// <summary>The options do not name a storage account; asking again is useless.</summary>
/// <param name="message">What is wrong, by the names of settings and parts, never their values.</param>
public sealed class AzureStorageOptionsException(string message) : Exception(message);

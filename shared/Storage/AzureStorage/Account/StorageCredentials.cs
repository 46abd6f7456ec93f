using Azure.Core;
using Azure.Identity;

namespace PaymentBot.Storage.AzureStorage.Account;

/// <summary>Whom to sign in as.</summary>
internal static class StorageCredentials
{
    /// <summary>What a token for Azure Storage is asked for with.</summary>
    public const string Scope = "https://storage.azure.com/.default";

    private const string ManagedIdentity = "managedidentity";

    /// <summary>The identity that options name. Nothing is made or reached before the first token is asked for.</summary>
    /// <exception cref="AzureStorageOptionsException">The kind of credential is unknown.</exception>
    public static TokenCredential From(AzureStorageOptions options)
    {
        var managed = string.Equals(options.Credential, ManagedIdentity, StringComparison.OrdinalIgnoreCase);
        if (!managed && options.Credential is not null)
        {
            throw new AzureStorageOptionsException($"The credential must be {ManagedIdentity}, or be left out.");
        }

        return new LazyTokenCredential(() => managed ? Managed(options.ClientId) : Default(options.ClientId));
    }

    private static ManagedIdentityCredential Managed(string? clientId) =>
        new(clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId));

    private static DefaultAzureCredential Default(string? clientId) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });
}

using Azure.Core;
using Azure.Identity;

namespace PaymentBot.Storage.AzureStorage.Account;

/// <summary>Whom to sign in as.</summary>
internal static class StorageCredentials
{
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

/// <summary>A credential that is made when the first token is wanted: Azure.Identity costs a start-up tens of milliseconds.</summary>
internal sealed class LazyTokenCredential(Func<TokenCredential> create) : TokenCredential
{
    private readonly Lazy<TokenCredential> _credential = new(create);

    /// <inheritdoc />
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        _credential.Value.GetToken(requestContext, cancellationToken);

    /// <inheritdoc />
    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext,
        CancellationToken cancellationToken
    ) => _credential.Value.GetTokenAsync(requestContext, cancellationToken);
}

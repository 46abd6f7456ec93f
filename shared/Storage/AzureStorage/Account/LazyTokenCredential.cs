using Azure.Core;

namespace PaymentBot.Storage.AzureStorage.Account;

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

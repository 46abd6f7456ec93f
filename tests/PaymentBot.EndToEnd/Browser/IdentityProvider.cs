using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Browser;

/// <summary>npm's oauth2-mock-server as a process: an identity provider that nobody here has written.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    private readonly ProgramProcess _node;
    private readonly string _issuer;

    private IdentityProvider(ProgramProcess node, string issuer)
    {
        _node = node;
        _issuer = issuer;
    }

    /// <summary>The settings that make it the bot's Google.</summary>
    public IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Google:AuthorizationUrl"] = $"{_issuer}/authorize",
            ["Google:TokenUrl"] = $"{_issuer}/token",
            ["Google:CertificatesUrl"] = $"{_issuer}/jwks",
            ["Google:RevokeUrl"] = $"{_issuer}/revoke",
            ["Google:Issuer"] = _issuer,
        };

    /// <param name="mailbox">Whoever comes to sign in owns it.</param>
    public static async Task<IdentityProvider> StartAsync(string mailbox)
    {
        var node = ProgramProcess.StartCommand(
            "node",
            ["identity-provider.mjs", mailbox],
            new Dictionary<string, string?>(0),
            Npm.Folder
        );
        var issuer = await node.WaitForLineAsync(line => line.StartsWith("http://", StringComparison.Ordinal));
        return new IdentityProvider(node, issuer);
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PaymentBot.Sandbox.Google;

/// <summary>The codes and refresh tokens that are out. Safe to use from several threads.</summary>
internal sealed class GoogleGrants(GoogleStandInOptions options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, IssuedCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RefreshGrant> _refresh = new(StringComparer.Ordinal);

    /// <returns>The code; it has a slash, as Google's have.</returns>
    public string IssueCode(AuthorizationRequest request, GoogleAccount account)
    {
        var code = $"4/0A{Secret()}";
        lock (_gate)
        {
            _codes[code] = new IssuedCode(request, account.Email, clock.GetUtcNow() + options.CodeLifetime);
        }

        return code;
    }

    /// <summary>Takes a code, once.</summary>
    /// <exception cref="GoogleRefusalException">invalid_grant or redirect_uri_mismatch.</exception>
    public IssuedCode Redeem(string code, string redirectUri, string? verifier)
    {
        IssuedCode? issued;
        lock (_gate)
        {
            _codes.Remove(code, out issued);
        }

        if (issued is null || issued.ExpiresAt <= clock.GetUtcNow())
        {
            throw new GoogleRefusalException("invalid_grant", description: "Bad Request");
        }

        if (!string.Equals(issued.Request.RedirectUri, redirectUri, StringComparison.Ordinal))
        {
            throw new GoogleRefusalException("redirect_uri_mismatch", description: "Bad Request");
        }

        return IsVerified(issued.Request.CodeChallenge, verifier)
            ? issued
            : throw new GoogleRefusalException("invalid_grant", description: "Invalid code verifier.");
    }

    public string IssueRefreshToken(IssuedCode issued)
    {
        var token = $"1//0g{Secret()}";
        lock (_gate)
        {
            _refresh[token] = new RefreshGrant(issued.Email, issued.Request.Scope);
        }

        return token;
    }

    public RefreshGrant? FindRefreshToken(string token)
    {
        lock (_gate)
        {
            return _refresh.GetValueOrDefault(token);
        }
    }

    public bool Revoke(string token)
    {
        lock (_gate)
        {
            return _refresh.Remove(token);
        }
    }

    /// <summary>What a person does under "third-party access" in the Google account.</summary>
    public void RevokeAll(string email)
    {
        lock (_gate)
        {
            foreach (var (token, grant) in _refresh.ToArray())
            {
                if (string.Equals(grant.Email, email, StringComparison.OrdinalIgnoreCase))
                {
                    _refresh.Remove(token);
                }
            }
        }
    }

    /// <summary>How many refresh tokens of an account are alive.</summary>
    public int Count(string email)
    {
        lock (_gate)
        {
            return _refresh.Values.Count(grant =>
                string.Equals(grant.Email, email, StringComparison.OrdinalIgnoreCase)
            );
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _codes.Clear();
            _refresh.Clear();
        }
    }

    /// <summary>32 random bytes as text.</summary>
    public static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static bool IsVerified(string? challenge, string? verifier) =>
        challenge is null
        || (
            verifier is { Length: >= 43 and <= 128 }
            && string.Equals(
                Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
                challenge,
                StringComparison.Ordinal
            )
        );
}

using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Bot.SignIn.Google;
using PaymentBot.Storage;

namespace PaymentBot.Bot.SignIn;

/// <summary>What is done with Google's refresh tokens where they lie sealed. Nobody else opens them.</summary>
/// <param name="links">The links of people.</param>
/// <param name="logger">The log.</param>
/// <param name="box">Opens and seals; null where there is no key.</param>
/// <param name="google">Google; null where nobody signs in.</param>
public sealed partial class GoogleTokens(
    LinkStore links,
    ILogger<GoogleTokens> logger,
    SecretBox? box = null,
    GoogleSignIn? google = null
)
{
    /// <summary>Seals a token anew for another place.</summary>
    /// <param name="token">The token, or null.</param>
    /// <param name="from">What it is bound to.</param>
    /// <param name="to">What it is to be bound to.</param>
    /// <returns>The token, or null when there is none or it does not open.</returns>
    public SealedSecret? Move(SealedSecret? token, string from, string to)
    {
        if (token is null || box is null)
        {
            return null;
        }

        if (box.Open(token, from) is { } plain)
        {
            return box.Seal(plain, to);
        }

        Log.Unreadable(logger, token.KeyId);
        return null;
    }

    /// <summary>
    /// Gives a token back to Google that no link needs any more. Google takes all tokens of the account together, so nothing is given back while the
    /// person is linked with the same mailbox.
    /// </summary>
    /// <param name="token">The token, or null.</param>
    /// <param name="boundTo">What it is bound to.</param>
    /// <param name="person">The person it was given for.</param>
    /// <param name="email">The mailbox it was given for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; giving back again is safe.</exception>
    public async Task RevokeAsync(
        SealedSecret? token,
        string boundTo,
        ErpId person,
        string? email,
        CancellationToken cancellationToken
    )
    {
        if (token is null || google is null || box?.Open(token, boundTo) is not { } plain)
        {
            return;
        }

        var current = await links.FindAsync(person, cancellationToken);
        if (
            current is { Link.RefreshToken: not null }
            && string.Equals(current.Link.Email, email, StringComparison.Ordinal)
        )
        {
            return;
        }

        if (!await google.RevokeAsync(plain, cancellationToken))
        {
            Log.NotRevoked(logger, person.Value);
        }
    }

    /// <summary>Asks Google whether the account behind a link still stands.</summary>
    /// <param name="link">A link with a token.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What Google says, or null when it cannot be asked: the token does not open here, or nobody signs in.</returns>
    public async Task<GoogleTokenState?> CheckAsync(Link link, CancellationToken cancellationToken)
    {
        if (google is null || link.RefreshToken is not { } token)
        {
            return null;
        }

        if (box?.Open(token, link.SealedFor) is not { } plain)
        {
            Log.Unreadable(logger, token.KeyId);
            return null;
        }

        return await google.CheckAsync(plain, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Error,
            "A refresh token sealed with key {KeyId} does not open: is the key configured?"
        )]
        public static partial void Unreadable(ILogger logger, string keyId);

        [LoggerMessage(2, LogLevel.Warning, "Google did not take back the refresh token of person {ErpId}.")]
        public static partial void NotRevoked(ILogger logger, string erpId);
    }
}

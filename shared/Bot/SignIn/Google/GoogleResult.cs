using PaymentBot.Erp.People;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>What came of redeeming a code.</summary>
public abstract record GoogleResult
{
    private GoogleResult() { }

    /// <summary>Google vouches for the mailbox, and its domain may sign in.</summary>
    /// <param name="Email">The mailbox.</param>
    /// <param name="RefreshToken">The token that shows later whether the account still lives, a secret; null when Google gave none.</param>
    public sealed record Proven(EmailAddress Email, string? RefreshToken) : GoogleResult
    {
        /// <summary>The domain only.</summary>
        public override string ToString() => $"{nameof(Proven)} {Email}";
    }

    /// <summary>Nothing is proven; the same code will not do better.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(GoogleRefusal Reason) : GoogleResult;

    /// <summary>Google did not answer in time, or not with anything of use. The person may start again.</summary>
    public sealed record Unreachable : GoogleResult;
}

/// <summary>Why a sign-in with Google proves nothing.</summary>
public enum GoogleRefusal
{
    /// <summary>The ID token is not one that Google signed for this application and this browser, just now.</summary>
    BadToken,

    /// <summary>Google does not vouch that the account owns the mailbox.</summary>
    EmailNotVerified,

    /// <summary>The mailbox is in a domain that may not sign in.</summary>
    DomainNotAllowed,

    /// <summary>Google did not take the code: expired, used before, made for another browser; or the application's secret is wrong.</summary>
    ExchangeRefused,
}

/// <summary>Whether an account that signed in once still would.</summary>
public enum GoogleTokenState
{
    /// <summary>Google still honours the refresh token.</summary>
    Alive,

    /// <summary>The person or their administrator took the consent back, or the account is disabled or gone.</summary>
    Revoked,

    /// <summary>Google could not be asked, or answered something that says nothing about the account.</summary>
    Unknown,
}

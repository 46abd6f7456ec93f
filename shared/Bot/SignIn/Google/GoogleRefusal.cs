namespace PaymentBot.Bot.SignIn.Google;

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

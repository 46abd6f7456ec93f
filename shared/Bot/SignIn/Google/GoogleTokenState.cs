namespace PaymentBot.Bot.SignIn.Google;

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

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>Which check an ID token failed, in the order in which they are made.</summary>
internal enum IdTokenFlaw
{
    None,

    /// <summary>Not three parts of base64url with JSON objects in the first two, or too large.</summary>
    Malformed,

    /// <summary>Not RS256, or with extensions that have to be understood.</summary>
    Algorithm,

    /// <summary>The key it names is not among the server's.</summary>
    UnknownKey,
    Signature,
    Issuer,
    Audience,
    Expired,
    NotYetValid,
    Nonce,
}

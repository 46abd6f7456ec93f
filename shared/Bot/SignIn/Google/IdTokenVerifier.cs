using System.Security.Cryptography;
using System.Text.Json;
using PaymentBot.Bot.People;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>
/// Decides whether Google issued an ID token for this application and this browser, just now
/// (https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation). Google's own check is not used: it reads the system's clock and
/// opens connections of its own, knows no nonce, and tries every key whatever the token names.
/// </summary>
internal sealed class IdTokenVerifier(GoogleOptions options, TimeProvider clock, SigningKeys keys)
{
    private const string GoogleIssuerWithoutScheme = "accounts.google.com";

    /// <summary>How far Google's clock and ours may be apart.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>Checks a token.</summary>
    /// <returns>The claims, or null and what is wrong.</returns>
    /// <exception cref="HttpRequestException">The server's keys could not be read.</exception>
    public async Task<(IdTokenClaims? Claims, IdTokenFlaw? Flaw)> VerifyAsync(
        string? text,
        string nonce,
        CancellationToken cancellationToken
    )
    {
        if (IdToken.Parse(text) is not { } token)
        {
            return (null, IdTokenFlaw.Malformed);
        }

        var flaw =
            await CheckSignatureAsync(token, cancellationToken)
            ?? CheckParties(token.Payload)
            ?? CheckTimes(token.Payload)
            ?? CheckNonce(token.Payload, nonce);
        return flaw is null ? (IdTokenClaims.Of(token.Payload), null) : (null, flaw);
    }

    private static IdTokenFlaw? CheckNonce(JsonElement payload, string nonce) =>
        SecretText.AreEqual(IdToken.Text(payload, "nonce"), nonce) ? null : IdTokenFlaw.Nonce;

    private async Task<IdTokenFlaw?> CheckSignatureAsync(IdToken token, CancellationToken cancellationToken)
    {
        // Never what the token says about itself, only whether it says what Google's do: RS256 with a key of theirs.
        if (IdToken.Text(token.Header, "alg") is not "RS256" || token.Header.TryGetProperty("crit", out _))
        {
            return IdTokenFlaw.Algorithm;
        }

        if (await keys.FindAsync(IdToken.Text(token.Header, "kid"), cancellationToken) is not { } parameters)
        {
            return IdTokenFlaw.UnknownKey;
        }

        using var key = RSA.Create(parameters);
        return key.VerifyData(token.Signed, token.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ? null
            : IdTokenFlaw.Signature;
    }

    private IdTokenFlaw? CheckParties(JsonElement payload)
    {
        if (!IsIssuer(IdToken.Text(payload, "iss")))
        {
            return IdTokenFlaw.Issuer;
        }

        // One audience, ours, as a text or as the only one of a list.
        var isForUs =
            payload.TryGetProperty("aud", out var audience)
            && IsClientId(
                audience.ValueKind == JsonValueKind.Array && audience.GetArrayLength() == 1 ? audience[0] : audience
            )
            && (!payload.TryGetProperty("azp", out var party) || IsClientId(party));
        return isForUs ? null : IdTokenFlaw.Audience;
    }

    private bool IsClientId(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.ValueEquals(options.ClientId);

    private bool IsIssuer(string? issuer) =>
        string.Equals(issuer, options.Issuer, StringComparison.Ordinal)
        || (options.Issuer is GoogleOptions.GoogleIssuer && issuer is GoogleIssuerWithoutScheme);

    private IdTokenFlaw? CheckTimes(JsonElement payload)
    {
        var now = clock.GetUtcNow();
        if (IdToken.Instant(payload, "exp") is not { } end || now >= end + Tolerance)
        {
            return IdTokenFlaw.Expired;
        }

        return IdToken.Instant(payload, "iat") is { } start && start <= now + Tolerance
            ? null
            : IdTokenFlaw.NotYetValid;
    }
}

/// <summary>Which check an ID token failed, in the order in which they are made.</summary>
internal enum IdTokenFlaw
{
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

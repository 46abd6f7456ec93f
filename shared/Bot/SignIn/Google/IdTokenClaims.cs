using System.Text.Json;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>What a verified ID token says about its account.</summary>
/// <param name="Email">The claim <c>email</c>, as it is.</param>
/// <param name="EmailVerified">Whether <c>email_verified</c> is true.</param>
/// <param name="HostedDomain">The claim <c>hd</c>, as it is.</param>
internal sealed record IdTokenClaims(string? Email, bool EmailVerified, string? HostedDomain)
{
    public static IdTokenClaims Of(JsonElement payload) =>
        new(
            IdToken.Text(payload, "email"),
            payload.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True,
            IdToken.Text(payload, "hd")
        );
}

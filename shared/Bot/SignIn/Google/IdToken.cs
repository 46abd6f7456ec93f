using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>An ID token taken apart (https://www.rfc-editor.org/rfc/rfc7515#section-7.1); nothing in it is believed yet.</summary>
/// <param name="Header">The protected header.</param>
/// <param name="Payload">The claims.</param>
/// <param name="Signed">The bytes that are signed.</param>
/// <param name="Signature">The signature over them.</param>
internal sealed record IdToken(JsonElement Header, JsonElement Payload, byte[] Signed, byte[] Signature)
{
    private const int MaxLength = 16 * 1024;

    // Two claims of one name would let two readers see two tokens.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static IdToken? Parse(string? text)
    {
        if (
            text is not { Length: > 0 and <= MaxLength }
            || text.Split('.') is not [var header, var payload, var signature]
        )
        {
            return null;
        }

        return
            ReadObject(header) is { } head
            && ReadObject(payload) is { } claims
            && ReadBytes(signature) is { Length: > 0 } bytes
            ? new IdToken(head, claims, Encoding.ASCII.GetBytes($"{header}.{payload}"), bytes)
            : null;
    }

    /// <summary>A text member, or null when there is none of that name and type.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>A point in time in seconds since 1970, or null when there is none of that name and type.</summary>
    public static DateTimeOffset? Instant(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds)
        && seconds is >= 0 and <= int.MaxValue * 64L
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static JsonElement? ReadObject(string part)
    {
        try
        {
            using var document = JsonDocument.Parse(ReadBytes(part) ?? [], Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? ReadBytes(string part) =>
        Base64Url.IsValid(part) && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? Base64Url.DecodeFromChars(part)
            : null;
}

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

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PaymentBot.Bot.People;

/// <summary>
/// The secret that ties a browser to a ticket, and everything the OpenID Connect request needs, derived from it by HMAC-SHA256: only the
/// browser's cookie holds it, so a stolen table opens no sign-in.
/// </summary>
public sealed class BrowserSession
{
    private const int SecretLength = 32;
    private const char Separator = '.';

    private readonly string _secret;
    private readonly byte[] _key;

    private BrowserSession(string ticketKey, string secret)
    {
        TicketKey = ticketKey;
        _secret = secret;
        _key = Base64Url.DecodeFromChars(secret);
    }

    /// <summary>The cookie's value: 87 characters of base64url and one dot. A secret.</summary>
    public string Cookie => $"{TicketKey}{Separator}{_secret}";

    /// <summary>The parameter that has to come back unchanged, 43 characters of base64url.</summary>
    public string State => Derive("state");

    /// <summary>The claim that the ID token has to hold, 43 characters of base64url.</summary>
    public string Nonce => Derive("nonce");

    /// <summary>The secret of https://www.rfc-editor.org/rfc/rfc7636, 43 characters of base64url.</summary>
    public string CodeVerifier => Derive("code_verifier");

    /// <summary><see cref="LoginTicket.Key"/> of the ticket.</summary>
    internal string TicketKey { get; }

    /// <summary>What is kept of the secret.</summary>
    internal string SecretHash => SecretText.HashOf(_secret);

    /// <summary>Whether a state that came back is the one that was sent, compared in constant time.</summary>
    /// <param name="given">Whatever the request held.</param>
    public bool IsState(string? given) => SecretText.AreEqual(State, given);

    internal static BrowserSession Create(string ticketKey) => new(ticketKey, SecretText.Create(SecretLength));

    /// <summary>Reads a cookie.</summary>
    /// <returns>What it claims to be, or null when it is no such cookie.</returns>
    internal static BrowserSession? Parse(string? cookie)
    {
        var parts = cookie?.Split(Separator) ?? [];
        return
            parts.Length == 2
            && SecretText.IsShaped(parts[0], SHA256.HashSizeInBytes)
            && SecretText.IsShaped(parts[1], SecretLength)
            ? new BrowserSession(parts[0], parts[1])
            : null;
    }

    private string Derive(string label) =>
        KeyedTag.Text(_key, Encoding.UTF8.GetBytes($"paymentbot/{label}"), HMACSHA256.HashSizeInBytes);
}

using System.Buffers.Text;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Conversation;

/// <summary>The payload of a deep link that opens one request in the private chat: <c>t.me/bot?start=r-…</c>, at most 64 of <c>A-Za-z0-9_-</c>.</summary>
public static class RequestLink
{
    private const string Prefix = "r-";
    private const int KeyLength = 22;

    /// <summary>The payload for a request.</summary>
    /// <param name="key">The request.</param>
    public static string PayloadOf(RequestKey key) => Prefix + key.Value;

    /// <summary>Reads a key that came from outside.</summary>
    /// <param name="text">Any text, or null.</param>
    /// <returns>The request, which need not exist; null when the text is no key.</returns>
    public static RequestKey? KeyOf(string? text) =>
        text is { Length: KeyLength } && Base64Url.IsValid(text) ? new RequestKey(text) : null;

    /// <summary>Reads a payload.</summary>
    /// <param name="payload">What follows /start, or null.</param>
    /// <returns>The request, which need not exist; null when it is another payload.</returns>
    public static RequestKey? Read(string? payload) =>
        payload?.StartsWith(Prefix, StringComparison.Ordinal) == true ? KeyOf(payload[Prefix.Length..]) : null;
}

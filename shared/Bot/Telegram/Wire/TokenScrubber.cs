namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>Keeps the bot token out of everything that leaves the client.</summary>
internal sealed class TokenScrubber(string token)
{
    // Libraries escape the colon differently; the part behind it is the secret.
    private readonly string _secret = token[(token.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public string Scrub(string text) => text.Replace(_secret, "***", StringComparison.OrdinalIgnoreCase);

    /// <summary>The exception itself, or null when any part of it would print the token.</summary>
    public Exception? Scrub(Exception exception) =>
        exception.ToString().Contains(_secret, StringComparison.OrdinalIgnoreCase) ? null : exception;
}

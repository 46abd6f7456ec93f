namespace PaymentBot.Bot.Profile;

/// <summary>Says in plain words what the last error of the webhook means and what to do. Pure.</summary>
/// <remarks>The messages are those of https://github.com/tdlib/telegram-bot-api.</remarks>
public static class WebhookTrouble
{
    private static readonly (string Part, string Meaning)[] Known =
    [
        (
            "401",
            "The bot did not let Telegram in: the secret that Telegram sends is another than Telegram__WebhookSecret. Run 'paymentbot webhook set'."
        ),
        (
            "403",
            "Something before the bot refuses Telegram: a firewall, or a reverse proxy that lets other networks in. Allow 149.154.160.0/20 and 91.108.4.0/22."
        ),
        ("404", "The reverse proxy does not pass /api/telegram/webhook on to the bot."),
        ("405", "The reverse proxy answers in place of the bot; it has to pass POST on to it."),
        ("413", "The reverse proxy refuses the size of the update; allow bodies of 1 MB."),
        ("429", "The reverse proxy counts Telegram's calls as too many; raise its limit for the webhook."),
        ("500", "The bot failed on an update; its log says why."),
        ("502", "The reverse proxy answers but the bot behind it does not run."),
        ("503", "The bot could not store the update, or does not run; Telegram brings it again."),
        ("504", "The bot behind the reverse proxy did not answer in time."),
        (
            "certificate verify failed",
            "Telegram does not trust the certificate. A self-signed one has to be in Telegram__CertificatePath, a bought one needs the whole chain; then run 'paymentbot webhook set'."
        ),
        (
            "SSL error",
            "The TLS handshake fails: is there TLS 1.2 or newer on that port, and a certificate for that name?"
        ),
        ("Connection timed out", "Nothing answers at that address and port: firewall, or a wrong address."),
        ("Connection refused", "Nobody listens at that address and port: does the reverse proxy run?"),
        ("Connection reset", "The connection was cut: a firewall, or the reverse proxy was restarted."),
        ("Connection failed", "No connection to that address and port: does the reverse proxy run?"),
        ("Read timeout expired", "The bot did not answer within a minute; its log says what it was waiting for."),
        ("Failed to resolve host", "Telegram does not find the name; look at its DNS record."),
        ("reserved", "The name leads to a private address, which Telegram cannot reach."),
        ("Connection closed", "The connection was closed without an answer: does the bot run?"),
    ];

    /// <summary>What an error means.</summary>
    /// <param name="message">What Telegram says of it.</param>
    public static string Explain(string message) =>
        Array.Find(Known, known => message.Contains(known.Part, StringComparison.OrdinalIgnoreCase)).Meaning
        ?? "Telegram's own words say it best; the bot's log of that moment may say more.";
}

using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Tells Telegram where to send updates. At most one call a second.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#setwebhook.</remarks>
public sealed record SetWebhook
{
    /// <summary>HTTPS address on port 443, 80, 88 or 8443; empty removes the webhook.</summary>
    public required string Url { get; init; }

    /// <summary>The public part, PEM, up to 3 MB, for a self-signed certificate. Must be an upload.</summary>
    public InputFile? Certificate { get; init; }

    /// <summary>Pins the IPv4 address instead of asking DNS.</summary>
    public string? IpAddress { get; init; }

    /// <summary>Deliveries at the same time, 1 to 100; Telegram's default is 40.</summary>
    public int? MaxConnections { get; init; }

    /// <summary>Kinds of <see cref="Types.UpdateKind"/>; null keeps the previous list.</summary>
    public IReadOnlyList<string>? AllowedUpdates { get; init; }

    /// <summary>Forgets what waits.</summary>
    public bool? DropPendingUpdates { get; init; }

    /// <summary>1 to 256 of <c>A-Z a-z 0-9 _ -</c>; comes back in the header <c>X-Telegram-Bot-Api-Secret-Token</c>.</summary>
    public string? SecretToken { get; init; }

    /// <summary>The address only: the secret stays out of logs.</summary>
    /// <returns>Text for people.</returns>
    public override string ToString() => $"SetWebhook {{ Url = {Url} }}";
}

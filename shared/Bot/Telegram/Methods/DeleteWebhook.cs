namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Ends delivery by webhook, so that <c>getUpdates</c> works.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#deletewebhook.</remarks>
public sealed record DeleteWebhook
{
    /// <summary>Forgets what waits.</summary>
    public bool? DropPendingUpdates { get; init; }
}

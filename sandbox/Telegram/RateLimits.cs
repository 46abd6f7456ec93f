namespace PaymentBot.Sandbox.Telegram;

/// <summary>Telegram's limits on sends and edits (https://core.telegram.org/bots/faq#broadcasting-to-users).</summary>
internal sealed record RateLimits
{
    /// <summary>Sends and edits in any second, all chats together.</summary>
    public int GlobalPerSecond { get; init; } = 30;

    /// <summary>Sends and edits that a private chat takes at once before one a second holds.</summary>
    public int PrivateBurst { get; init; } = 3;

    /// <summary>Sends and edits in any minute, per group.</summary>
    public int GroupPerMinute { get; init; } = 20;
}

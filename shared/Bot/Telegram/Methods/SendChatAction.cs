namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Shows for up to five seconds what the bot is doing.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#sendchataction.</remarks>
public sealed record SendChatAction
{
    /// <summary>The chat, up to 52 bits.</summary>
    public required long ChatId { get; init; }

    /// <summary>One of <see cref="Types.ChatAction"/>.</summary>
    public required string Action { get; init; }

    /// <summary>The forum topic; leave null for the General topic.</summary>
    public long? MessageThreadId { get; init; }
}

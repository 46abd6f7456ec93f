namespace PaymentBot.Bot.Telegram.Types;

/// <summary>The message to answer.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#replyparameters.</remarks>
public sealed record ReplyParameters
{
    /// <summary>The message, in the same chat unless <see cref="ChatId"/> says otherwise.</summary>
    public required long MessageId { get; init; }

    /// <summary>Another chat.</summary>
    public long? ChatId { get; init; }

    /// <summary>Send also when the message is gone. Default true: an answer without its question is better than none.</summary>
    public bool AllowSendingWithoutReply { get; init; } = true;
}

namespace PaymentBot.Bot.Telegram;

/// <summary>What a failed call asks for: one member per reaction.</summary>
public enum TelegramErrorClass
{
    /// <summary>Wrong request: a bug or bad content. Repeating it changes nothing.</summary>
    Input,

    /// <summary>The chat or person cannot be reached any more: stop sending there.</summary>
    Gone,

    /// <summary>The message, not its chat, cannot be edited or deleted any more: drop the reference.</summary>
    MessageGone,

    /// <summary>Telegram was already in the state asked for: treat as success.</summary>
    NoOp,

    /// <summary>The group became a supergroup: repeat once with <see cref="TelegramApiException.MigrateToChatId"/>.</summary>
    Migrate,

    /// <summary>Not done now: repeat later, after <see cref="TelegramApiException.RetryAfter"/> if given. After a 5xx a send may double.</summary>
    Retry,

    /// <summary>The query was too old to answer: ignore.</summary>
    Expired,

    /// <summary>The bot lacks a right in the chat: tell an administrator.</summary>
    Rights,

    /// <summary>Wrong token, address, topic or a second poller: tell the operator.</summary>
    Config,

    /// <summary>No answer, though Telegram may have acted: record, do not repeat a send blindly. Edits are safe to repeat.</summary>
    OutcomeUnknown,
}

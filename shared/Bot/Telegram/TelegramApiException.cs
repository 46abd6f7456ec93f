namespace PaymentBot.Bot.Telegram;

/// <summary>A call of the Bot API failed. <see cref="ErrorClass"/> says what to do; nothing in here holds the token.</summary>
/// <param name="method">The method, as the Bot API spells it.</param>
/// <param name="errorClass">What the failure asks for.</param>
/// <param name="description">Telegram's text, or what broke on the way.</param>
/// <param name="innerException">The cause, when it does not print the token.</param>
public sealed class TelegramApiException(
    string method,
    TelegramErrorClass errorClass,
    string description,
    Exception? innerException = null
) : Exception(null, innerException)
{
    /// <summary>The method, such as <c>sendMessage</c>.</summary>
    public string Method { get; } = method;

    /// <summary>What the failure asks for.</summary>
    public TelegramErrorClass ErrorClass { get; } = errorClass;

    /// <summary>Telegram's text, English, unstable; may quote parts of the request, so it is not for logs.</summary>
    public string Description { get; } = description;

    /// <summary>Telegram's <c>error_code</c>, or the HTTP status of a foreign answer; 0 when there was no answer.</summary>
    public int ErrorCode { get; init; }

    /// <summary>How long to wait before the next call to this chat; null when Telegram named no time.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The supergroup that replaced the group; null unless the class is Migrate.</summary>
    public long? MigrateToChatId { get; init; }

    /// <inheritdoc/>
    public override string Message => $"{Method} failed: {ErrorClass}, {ErrorCode} {Reason}";

    /// <summary>The known error that matched, else the description up to its first quotation: fit for logs.</summary>
    public string Reason =>
        TelegramErrors.Find(ErrorCode, Description) is { Match.Length: > 0 } known ? known.Match : Unquoted;

    private string Unquoted
    {
        get
        {
            var end = Description.AsSpan().IndexOfAny('"', '\n', '\r');
            var quote = Description.IndexOf(" '", StringComparison.Ordinal);
            end = (end, quote) switch
            {
                (< 0, < 0) => Description.Length,
                (< 0, _) => quote,
                (_, < 0) => end,
                _ => Math.Min(end, quote),
            };
            return Description[..Math.Min(end, 120)];
        }
    }
}

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

using static PaymentBot.Bot.Telegram.TelegramErrorClass;

namespace PaymentBot.Bot.Telegram;

/// <summary>Tells from Telegram's code and English text what a failure asks for.</summary>
/// <remarks>Wording as in https://github.com/tdlib/telegram-bot-api and https://github.com/tdlib/td.</remarks>
public static class TelegramErrors
{
    /// <summary>The known errors; the first match wins.</summary>
    internal static IReadOnlyList<TelegramError> Known { get; } =
    [
        new(403, "bot was blocked by the user", Gone),
        new(403, "user is deactivated", Gone),
        new(403, "bot can't initiate conversation with a user", Gone),
        new(403, "bot was kicked from the", Gone),
        new(403, "bot is not a member of the", Gone),
        new(403, "the group chat was deleted", Gone),
        new(400, "chat not found", Gone),
        new(400, "group chat was upgraded to a supergroup chat", Migrate),
        new(400, "message is not modified", NoOp),
        new(400, "message to edit not found", MessageGone),
        new(400, "message can't be edited", MessageGone),
        new(400, "message media can't be edited", Input),
        new(400, "message to delete not found", NoOp),
        new(400, "message can't be deleted", MessageGone),
        new(400, "message to be replied not found", Input),
        new(400, "message thread not found", Config),
        new(400, "query is too old and response timeout expired or query id is invalid", Expired),
        new(400, "wrong file identifier", Input),
        new(400, "wrong remote file identifier specified", Input),
        new(400, "wrong file_id or the file is temporarily unavailable", Retry),
        new(400, "file is too big", Input),
        new(413, "request entity too large", Input),
        new(400, "failed to get http url content", Input),
        new(400, "wrong type of the web page content", Input),
        new(400, "can't parse entities", Input),
        new(400, "message is too long", Input),
        new(400, "message caption is too long", Input),
        new(400, "message text is empty", Input),
        new(400, "BUTTON_DATA_INVALID", Input),
        new(400, "BUTTON_URL_INVALID", Input),
        new(400, "BUTTON_TYPE_INVALID", Input),
        new(400, "reply markup is too long", Input),
        new(400, "not enough rights to send", Rights),
        new(400, "have no rights to send a message", Rights),
        new(400, "not enough rights", Rights),
        new(400, "CHAT_WRITE_FORBIDDEN", Rights),
        new(400, "TOPIC_CLOSED", Rights),
        new(401, "unauthorized", Config),
        new(404, "not found", Config),
        new(409, "conflict", Config),
        new(429, "too many requests: retry after", Retry),
        new(500, "", Retry),
    ];

    /// <summary>Classifies an error that Telegram itself reported. Pure.</summary>
    /// <param name="code">Telegram's <c>error_code</c>.</param>
    /// <param name="description">Telegram's text; any letter case, may be empty.</param>
    /// <returns>The class of a known error, else the usual meaning of the code.</returns>
    public static TelegramErrorClass Classify(int code, string description) =>
        Find(code, description)?.Class ?? Usual(code);

    /// <summary>Classifies an answer that is no Bot API answer, such as a proxy's page. Pure.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <returns>Never a class that blames the chat or the message; OutcomeUnknown for a 2xx.</returns>
    internal static TelegramErrorClass ClassifyForeignAnswer(int status) =>
        status switch
        {
            >= 200 and < 300 => OutcomeUnknown,
            408 => Retry,
            403 => Config,
            _ => Usual(status),
        };

    /// <summary>The known error that a description matches, or null.</summary>
    internal static TelegramError? Find(int code, string description)
    {
        var listed = code >= 500 ? 500 : code;
        return Known.FirstOrDefault(error =>
            error.Code == listed && description.Contains(error.Match, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static TelegramErrorClass Usual(int code) =>
        code switch
        {
            429 or >= 500 => Retry,
            403 => Rights,
            401 or 404 or 407 or 409 or < 400 => Config,
            _ => Input,
        };
}

/// <summary>An error the bot knows.</summary>
/// <param name="Code">Telegram's <c>error_code</c>; 500 stands for every 5xx.</param>
/// <param name="Match">Part of the description, in any letter case; empty matches all.</param>
/// <param name="Class">What it asks for.</param>
internal sealed record TelegramError(int Code, string Match, TelegramErrorClass Class);

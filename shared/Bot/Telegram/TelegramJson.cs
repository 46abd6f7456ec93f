using System.Text.Json;
using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;
using PaymentBot.Bot.Telegram.Wire;

namespace PaymentBot.Bot.Telegram;

/// <summary>What passes the webhook in both directions.</summary>
public static class TelegramJson
{
    /// <summary>Reads an update. Unknown kinds, members and values are tolerated.</summary>
    /// <param name="utf8">The body of a webhook call.</param>
    /// <returns>The update.</returns>
    /// <exception cref="JsonException">Not JSON, not an update, or nested deeper than 64 levels.</exception>
    public static Update ParseUpdate(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, TelegramJsonContext.Default.Update) ?? throw new JsonException("No update.");

    /// <summary>Writes a call that Telegram makes when it stands in the answer to a webhook call; its outcome stays unseen.</summary>
    /// <param name="answer">The call.</param>
    /// <returns>JSON for the body, content type <c>application/json</c>.</returns>
    /// <remarks>Source: https://core.telegram.org/bots/api#making-requests-when-getting-updates.</remarks>
    public static byte[] WebhookReply(AnswerCallbackQuery answer)
    {
        var members = JsonBody.Serialize(answer, TelegramJsonContext.Default.AnswerCallbackQuery).Span[1..];
        return [.. "{\"method\":\"answerCallbackQuery\","u8, .. members];
    }

    /// <summary>Writes a call that Telegram makes when it stands in the answer to a webhook call; its outcome stays unseen.</summary>
    /// <param name="message">The call.</param>
    /// <returns>JSON for the body, content type <c>application/json</c>.</returns>
    /// <remarks>Source: https://core.telegram.org/bots/api#making-requests-when-getting-updates.</remarks>
    public static byte[] WebhookReply(SendMessage message)
    {
        var members = JsonBody.Serialize(message, TelegramJsonContext.Default.SendMessage).Span[1..];
        return [.. "{\"method\":\"sendMessage\","u8, .. members];
    }

    /// <summary>Writes a call that Telegram makes when it stands in the answer to a webhook call; its outcome stays unseen.</summary>
    /// <param name="answer">The call.</param>
    /// <returns>JSON for the body, content type <c>application/json</c>.</returns>
    /// <exception cref="ArgumentException">Too many results, an id twice or of a wrong length, or an offset that is too long.</exception>
    /// <remarks>Source: https://core.telegram.org/bots/api#making-requests-when-getting-updates.</remarks>
    public static byte[] WebhookReply(AnswerInlineQuery answer)
    {
        RequestCheck.Results(answer);
        var members = JsonBody.Serialize(answer, TelegramJsonContext.Default.AnswerInlineQuery).Span[1..];
        return [.. "{\"method\":\"answerInlineQuery\","u8, .. members];
    }
}

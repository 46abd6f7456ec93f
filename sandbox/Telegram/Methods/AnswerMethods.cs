using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram.Methods;

/// <summary>answerCallbackQuery.</summary>
internal sealed class AnswerMethods(TelegramWorld world, TelegramStandInOptions options)
{
    private const int MaxText = 200;

    public JsonNode AnswerCallbackQuery(BotApiRequest request)
    {
        var text = request.Text("text");
        if (text?.EnumerateRunes().Count() > MaxText)
        {
            throw BotApiException.BadRequest("MESSAGE_TOO_LONG");
        }

        var url = request.Text("url");
        if (!string.IsNullOrEmpty(url) && !url.StartsWith("https://t.me/", StringComparison.Ordinal))
        {
            throw BotApiException.BadRequest("URL_INVALID");
        }

        var taken = world.AnswerTap(
            request.Text("callback_query_id") ?? string.Empty,
            tap =>
                tap.Answered || tap.At + options.TapAnswerWindow <= world.Now
                    ? null
                    : tap with
                    {
                        Answered = true,
                        Text = string.IsNullOrEmpty(text) ? null : text,
                        ShowAlert = request.Flag("show_alert"),
                        Url = url,
                    }
        );
        return taken
            ? JsonValue.Create(true)
            : throw BotApiException.BadRequest("query is too old and response timeout expired or query ID is invalid");
    }
}

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

        var tapId = request.Text("callback_query_id") ?? string.Empty;
        var answer = (Tap tap) =>
            tap with
            {
                Answered = true,
                Text = text is "" ? null : text,
                ShowAlert = request.Flag("show_alert"),
                Url = url,
            };
        var taken = world.AnswerTap(tapId, tap => IsOpen(tap) ? answer(tap) : null);
        return taken
            ? JsonValue.Create(true)
            : throw BotApiException.BadRequest("query is too old and response timeout expired or query ID is invalid");
    }

    private bool IsOpen(Tap tap) => !tap.Answered && tap.At + options.TapAnswerWindow > world.Now;
}

using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram.Inline;

/// <summary>Reads and checks inline results as Telegram does. The stand-in knows articles that send a text.</summary>
internal static class InlineResultReader
{
    private const int MaxResults = 50;
    private const int MaxId = 64;
    private const int MaxOffset = 64;

    private static readonly SearchValues<char> StartAlphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    );

    /// <exception cref="BotApiException">400: something of the answer is refused.</exception>
    public static void Check(BotApiRequest request, bool localButtons)
    {
        if (request.Json("results") is not JsonArray results)
        {
            throw BotApiException.BadRequest("can't parse inline query results JSON object");
        }

        if (results.Count > MaxResults)
        {
            throw BotApiException.BadRequest("RESULTS_TOO_MUCH");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var result in results)
        {
            if (result is not JsonObject article || article["type"].AsText() is not "article")
            {
                throw BotApiException.BadRequest("can't parse inline query result: Unallowed result type");
            }

            CheckArticle(article, ids);
            _ = Content(article, localButtons);
        }

        if (Encoding.UTF8.GetByteCount(request.Text("next_offset") ?? string.Empty) > MaxOffset)
        {
            throw BotApiException.BadRequest("NEXT_OFFSET_INVALID");
        }

        CheckButton(request.Json("button") as JsonObject);
    }

    /// <summary>What a result sends.</summary>
    /// <exception cref="BotApiException">400: the text or the buttons are refused.</exception>
    public static (FormattedText Text, ReplyMarkup Markup) Content(JsonObject article, bool localButtons)
    {
        var content = article["input_message_content"] as JsonObject ?? [];
        var parameters = new JsonObject
        {
            ["text"] = content["message_text"]?.DeepClone(),
            ["parse_mode"] = content["parse_mode"]?.DeepClone(),
            ["entities"] = content["entities"]?.DeepClone(),
            ["reply_markup"] = article["reply_markup"]?.DeepClone(),
        };
        var request = new BotApiRequest("answerInlineQuery", parameters, BotApiRequest.NoFiles);
        return (FormattedTextReader.Text(request), ReplyMarkupReader.Read(request, localButtons));
    }

    private static void CheckArticle(JsonObject article, HashSet<string> ids)
    {
        var id = article["id"].AsText() ?? string.Empty;
        if (Encoding.UTF8.GetByteCount(id) is < 1 or > MaxId)
        {
            throw BotApiException.BadRequest("RESULT_ID_INVALID");
        }

        if (!ids.Add(id))
        {
            throw BotApiException.BadRequest("RESULT_ID_DUPLICATE");
        }

        if (string.IsNullOrEmpty(article["title"].AsText()))
        {
            throw BotApiException.BadRequest("ARTICLE_TITLE_EMPTY");
        }
    }

    private static void CheckButton(JsonObject? button)
    {
        if (button is null)
        {
            return;
        }

        var parameter = button["start_parameter"].AsText() ?? string.Empty;
        if (parameter.Length is < 1 or > MaxId || parameter.AsSpan().ContainsAnyExcept(StartAlphabet))
        {
            throw BotApiException.BadRequest("START_PARAM_INVALID");
        }

        if (string.IsNullOrEmpty(button["text"].AsText()))
        {
            throw BotApiException.BadRequest("BUTTON_TEXT_INVALID");
        }
    }
}

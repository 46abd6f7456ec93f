using System.Text;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>Reads a text or a caption, parsed as the call asks and held to Telegram's limits.</summary>
internal static class FormattedTextReader
{
    private const int MaxRawBytes = 32_768;
    private const int MaxText = 4096;
    private const int MaxCaption = 1024;

    /// <exception cref="BotApiException">400: empty, too long, or not parseable.</exception>
    public static FormattedText Text(BotApiRequest request)
    {
        var text = Parse(request.Text("text"), request.Text("parse_mode"), request.Json("entities"));
        if (text.Plain.Length == 0)
        {
            throw BotApiException.BadRequest("message text is empty");
        }

        return text.CodePoints > MaxText ? throw BotApiException.BadRequest("message is too long") : text;
    }

    /// <exception cref="BotApiException">400: too long, or not parseable.</exception>
    public static FormattedText Caption(string? raw, string? parseMode, JsonNode? entities)
    {
        var caption = Parse(raw, parseMode, entities);
        return caption.CodePoints > MaxCaption
            ? throw BotApiException.BadRequest("message caption is too long")
            : caption;
    }

    private static FormattedText Parse(string? raw, string? parseMode, JsonNode? entities)
    {
        if (string.IsNullOrEmpty(raw))
        {
            return FormattedText.Empty;
        }

        if (Encoding.UTF8.GetByteCount(raw) > MaxRawBytes)
        {
            throw BotApiException.BadRequest("text is too long");
        }

        if (string.IsNullOrEmpty(parseMode))
        {
            var plain = FormattedText.FromPlain(raw);
            return entities is JsonArray given ? plain with { Entities = [.. given.Select(Entity)] } : plain;
        }

        return string.Equals(parseMode, "HTML", StringComparison.OrdinalIgnoreCase)
            ? HtmlTextParser.Parse(raw)
            : throw BotApiException.BadRequest("unsupported parse_mode");
    }

    private static TextEntity Entity(JsonNode? node) =>
        node is JsonObject entity
        && entity["type"].AsText() is { } type
        && entity["offset"].AsInteger() is { } offset
        && entity["length"].AsInteger() is { } length
            ? new TextEntity(type, (int)offset, (int)length, entity["url"].AsText())
            : throw BotApiException.BadRequest("can't parse entities: expected an Object");
}

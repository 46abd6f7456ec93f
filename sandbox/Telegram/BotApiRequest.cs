using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>The parameters of one call, whichever way they came: JSON values, or text as in a form.</summary>
internal sealed class BotApiRequest(string method, JsonObject parameters, IReadOnlyDictionary<string, BotApiFile> files)
{
    public static readonly IReadOnlyDictionary<string, BotApiFile> NoFiles = new Dictionary<string, BotApiFile>(
        StringComparer.Ordinal
    );

    private const string Attach = "attach://";

    public string Method { get; } = method;

    public JsonObject Parameters { get; } = parameters;

    public IReadOnlyDictionary<string, BotApiFile> Files { get; } = files;

    /// <summary>The part of that name, or the one the parameter refers to by <c>attach://</c>.</summary>
    public BotApiFile? File(string name) =>
        Files.GetValueOrDefault(
            Text(name) is { } text && text.StartsWith(Attach, StringComparison.Ordinal) ? text[Attach.Length..] : name
        );

    /// <summary>The text of a parameter (numbers and booleans as written), or null.</summary>
    public string? Text(string name) =>
        Parameters[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            var other => other.ToJsonString(),
        };

    public long? Integer(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public bool Flag(string name) =>
        Text(name) is { } text && (text is "1" || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>A parameter that is an object or an array, also when it came as JSON text; null if absent.</summary>
    /// <exception cref="BotApiException">400: it is not JSON.</exception>
    public JsonNode? Json(string name)
    {
        var node = Parameters[name];
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            return node;
        }

        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw BotApiException.BadRequest($"can't parse {name.Replace('_', ' ')} JSON object");
        }
    }
}

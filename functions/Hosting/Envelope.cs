using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PaymentBot.Functions.Hosting;

/// <summary>
/// What the Functions host sends for a call that is not HTTP
/// (https://learn.microsoft.com/azure/azure-functions/functions-custom-handlers#request-payload). The documentation shows texts encoded once, the
/// host encodes them twice; every form seen or announced is read.
/// </summary>
/// <param name="Text">The trigger's data: the message of a queue, decoded.</param>
/// <param name="MessageId">The message's identity, or null.</param>
/// <param name="DequeueCount">How often the message was received, 1 or more.</param>
internal sealed record Envelope(string Text, string? MessageId, int DequeueCount)
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Reads an envelope.</summary>
    /// <param name="body">The request's body.</param>
    /// <returns>The envelope, or null when the body is none.</returns>
    public static Envelope? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return Member(root, "Data") is { } data && TextOf(data) is { } text
                ? new Envelope(text, IdOf(root), CountOf(root))
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or a text that is no Unicode.
            return null;
        }
    }

    private static JsonElement? Member(JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Value;
                }
            }
        }

        return null;
    }

    /// <summary>The value of the only binding, whatever function.json calls it.</summary>
    private static string? TextOf(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object || data.GetPropertyCount() != 1)
        {
            return null;
        }

        var value = data.EnumerateObject().First().Value;
        return value.ValueKind switch
        {
            JsonValueKind.String => Decode(Unquote(value.GetString()!)),
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => value.GetRawText(),
        };
    }

    /// <summary>Takes the second layer of JSON off, if there is one.</summary>
    private static string Unquote(string text)
    {
        if (text is not ['"', .., '"'])
        {
            return text;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.GetString() ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>A binding of the data type binary sends bytes in base64. Our messages are JSON objects, which never look like base64.</summary>
    private static string Decode(string text)
    {
        var bytes = new byte[text.Length];
        if (text.StartsWith('{') || !Convert.TryFromBase64String(text, bytes, out var length))
        {
            return text;
        }

        try
        {
            var decoded = StrictUtf8.GetString(bytes, 0, length);
            return decoded.StartsWith('{') ? decoded : text;
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    private static string? IdOf(JsonElement root) =>
        Metadata(root, "Id") is { ValueKind: JsonValueKind.String } id ? Unquote(id.GetString()!) : null;

    private static int CountOf(JsonElement root)
    {
        var text = Metadata(root, "DequeueCount") switch
        {
            { ValueKind: JsonValueKind.String } value => Unquote(value.GetString()!),
            { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
            _ => null,
        };
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : 1;
    }

    private static JsonElement? Metadata(JsonElement root, string name) =>
        Member(root, "Metadata") is { } metadata ? Member(metadata, name) : null;
}

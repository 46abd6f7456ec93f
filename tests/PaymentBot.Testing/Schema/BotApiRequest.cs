using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace PaymentBot.Testing.Schema;

/// <summary>A request as Telegram sees it: parameters (JSON values, or texts of a form) and files.</summary>
internal sealed class BotApiRequest
{
    private BotApiRequest(
        IReadOnlyDictionary<string, JsonElement> values,
        IReadOnlyDictionary<string, string> texts,
        IReadOnlyDictionary<string, UploadedFile> files,
        string? fault = null
    )
    {
        Values = values;
        Texts = texts;
        Files = files;
        Fault = fault;
    }

    /// <summary>Parameters of a JSON body.</summary>
    public IReadOnlyDictionary<string, JsonElement> Values { get; }

    /// <summary>Parameters of a form; objects as JSON text.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    /// <summary>Files of a form by part.</summary>
    public IReadOnlyDictionary<string, UploadedFile> Files { get; }

    /// <summary>Why the body could not be read; null when it could.</summary>
    public string? Fault { get; }

    public static BotApiRequest FromJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(Members(document.RootElement.Clone()), NoTexts, NoFiles)
                : Broken("the body is not a JSON object");
        }
        catch (JsonException exception)
        {
            return Broken($"the body is not JSON: {exception.Message}");
        }
        catch (ArgumentException)
        {
            return Broken("a parameter stands twice");
        }
    }

    public static BotApiRequest FromForm(
        IReadOnlyDictionary<string, string> texts,
        IReadOnlyDictionary<string, UploadedFile>? files = null
    ) => new(NoValues, texts, files ?? NoFiles);

    /// <summary>Reads a recorded request by its content type.</summary>
    public static BotApiRequest Parse(string? contentType, ReadOnlyMemory<byte> body)
    {
        var type = contentType ?? "";
        if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return FromJson(body);
        }

        if (type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            var pairs = QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(body.Span));
            return FromForm(
                pairs.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal)
            );
        }

        if (type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return MultipartForm.Parse(type, body.Span);
        }

        return body.IsEmpty ? FromForm(NoTexts) : Broken($"content type '{type}' is none that Telegram reads");
    }

    internal static BotApiRequest Broken(string fault) => new(NoValues, NoTexts, NoFiles, fault);

    private static Dictionary<string, JsonElement> Members(JsonElement body) =>
        body.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

    private static readonly Dictionary<string, JsonElement> NoValues = [];
    private static readonly Dictionary<string, string> NoTexts = [];
    private static readonly Dictionary<string, UploadedFile> NoFiles = [];
}

using System.Globalization;
using System.Text.Json;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>An object of a file of the publish folder. Stricter than the host, which passes over what it does not know: here that is an error.</summary>
/// <param name="file">The file, for messages.</param>
/// <param name="path">Where in the file, empty for its root.</param>
/// <param name="element">The object.</param>
internal sealed class DefinitionNode(string file, string path, JsonElement element)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="FunctionsHostException">It is missing or no JSON object.</exception>
    public static DefinitionNode Read(string file) => Of(file, string.Empty, Parse(file));

    /// <summary>Reads a file that is a list of objects, each called by its name in messages.</summary>
    /// <exception cref="FunctionsHostException">It is missing or no such list.</exception>
    public static IReadOnlyList<DefinitionNode> ReadList(string file)
    {
        var list = Parse(file);
        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select((item, index) => Of(file, NameOf(item, index), item))]
            : throw new FunctionsHostException($"{file}: must be a list.");
    }

    private static string NameOf(JsonElement item, int index) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("name", out var name)
        && name.ValueKind == JsonValueKind.String
            ? name.GetString()!
            : string.Create(CultureInfo.InvariantCulture, $"[{index}]");

    private static JsonElement Parse(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllBytes(file),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false }
            );
            return document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw new FunctionsHostException($"{file}: {problem.Message}", problem);
        }
        catch (IOException problem)
        {
            throw new FunctionsHostException($"{file} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Refuses every property but these.</summary>
    /// <exception cref="FunctionsHostException">There is another one.</exception>
    public DefinitionNode Allow(params IReadOnlyCollection<string> names)
    {
        var unknown = element
            .EnumerateObject()
            .Select(property => property.Name)
            .FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal));
        return unknown is null ? this : throw Wrong($"the property \"{unknown}\" is not known.");
    }

    /// <summary>A text, or null.</summary>
    public string? Text(string name) =>
        element.TryGetProperty(name, out var value)
            ? Expect(name, value, JsonValueKind.String, "a string").GetString()
            : null;

    /// <summary>A text that must be there.</summary>
    public string Required(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw Wrong($"\"{name}\" is missing.");

    /// <summary>True or false.</summary>
    public bool Flag(string name, bool otherwise) =>
        !element.TryGetProperty(name, out var value)
            ? otherwise
            : value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => throw Wrong($"\"{name}\" must be true or false."),
            };

    /// <summary>A whole number within limits.</summary>
    public int Number(string name, int otherwise, int min, int max)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return otherwise;
        }

        return
            Expect(name, value, JsonValueKind.Number, "a number").TryGetInt32(out var number)
            && number >= min
            && number <= max
            ? number
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"\"{name}\" must be {min} to {max}."));
    }

    /// <summary>A time span such as <c>00:00:30</c>, or null.</summary>
    public TimeSpan? Duration(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration >= TimeSpan.Zero
            ? duration
            : throw Wrong($"\"{name}\" must be a time span such as 00:00:30.");
    }

    /// <summary>Texts, none when the property is absent.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        element.TryGetProperty(name, out var value)
            ?
            [
                .. Expect(name, value, JsonValueKind.Array, "an array")
                    .EnumerateArray()
                    .Select(item => Expect(name, item, JsonValueKind.String, "an array of strings").GetString()!),
            ]
            : [];

    /// <summary>An object, empty when the property is absent.</summary>
    public DefinitionNode Child(string name)
    {
        var place = path.Length == 0 ? name : $"{path}.{name}";
        return Of(file, place, element.TryGetProperty(name, out var value) ? value : JsonElement.Parse("{}"u8));
    }

    /// <summary>The objects of an array, none when it is absent.</summary>
    public IReadOnlyList<DefinitionNode> Children(string name) =>
        element.TryGetProperty(name, out var value)
            ?
            [
                .. Expect(name, value, JsonValueKind.Array, "an array")
                    .EnumerateArray()
                    .Select(
                        (item, index) =>
                            Of(file, path.Length == 0 ? $"{name}[{index}]" : $"{path}.{name}[{index}]", item)
                    ),
            ]
            : [];

    /// <summary>What is written there, whatever its kind.</summary>
    public string Raw(string name) => element.GetProperty(name).ToString();

    /// <summary>Whether the property is there.</summary>
    public bool Has(string name) => element.TryGetProperty(name, out _);

    /// <summary>An error that names the place.</summary>
    public FunctionsHostException Wrong(string what) =>
        new(path.Length == 0 ? $"{file}: {what}" : $"{file}: {path}: {what}");

    private static DefinitionNode Of(string file, string path, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? new DefinitionNode(file, path, element)
            : throw new FunctionsHostException($"{file}: {path}: must be an object.");

    private JsonElement Expect(string name, JsonElement value, JsonValueKind kind, string words) =>
        value.ValueKind == kind ? value : throw Wrong($"\"{name}\" must be {words}.");
}

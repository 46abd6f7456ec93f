using System.Text.Json;

namespace PaymentBot.Tests.Infra;

/// <summary>Reads values of the model: literals as they are, everything else as the text of an expression.</summary>
internal static class BicepValue
{
    /// <summary>What a loop or a condition makes.</summary>
    public static JsonElement Unwrap(JsonElement value)
    {
        while (value.ValueKind == JsonValueKind.Object)
        {
            if (value.TryGetProperty("each", out _) && value.TryGetProperty("body", out var body))
            {
                value = body;
            }
            else if (value.TryGetProperty("condition", out _) && value.TryGetProperty("then", out var then))
            {
                value = then;
            }
            else
            {
                return value;
            }
        }

        return value;
    }

    /// <summary>The value under a path such as <c>properties.sku.name</c>.</summary>
    public static JsonElement At(this JsonElement value, string path) =>
        path.Split('.').Aggregate(value, (current, name) => current.GetProperty(name));

    /// <summary>The text of an expression, or a literal string.</summary>
    public static string Text(this JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetProperty("expression").GetString()!;

    public static IReadOnlyList<string> Texts(this JsonElement list) => [.. list.EnumerateArray().Select(Text)];

    /// <summary>The entries of an object, and of the objects a condition chooses between.</summary>
    public static IEnumerable<JsonProperty> Entries(this JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return value.TryGetProperty("condition", out _)
            ? value.GetProperty("then").Entries().Concat(value.GetProperty("otherwise").Entries())
            : value.EnumerateObject().Where(entry => !entry.NameEquals("expression"));
    }
}

using System.Globalization;
using System.Text.Json;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

/// <summary>What the host copies from a JSON message into the metadata: every property at its top but arrays and nulls.</summary>
internal static class MessageProperties
{
    /// <summary>The properties as pieces of JSON; none when the text is no JSON object.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length == 0 || trimmed[0] != '{' || trimmed[^1] != '}')
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return
            [
                .. document
                    .RootElement.EnumerateObject()
                    .Select(property => (property.Name, Json: Value(property.Value)))
                    .Where(property => property.Json is not null)
                    .Select(property => KeyValuePair.Create(property.Name, property.Json!)),
            ];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => WireValue.Object(value),
            JsonValueKind.String => WireValue.Text(value.GetString()!),
            JsonValueKind.Number => WireValue.Text(Number(value)),
            JsonValueKind.True => WireValue.Text("True"),
            JsonValueKind.False => WireValue.Text("False"),
            _ => null,
        };

    private static string Number(JsonElement value) =>
        value.TryGetInt64(out var whole)
            ? whole.ToString(CultureInfo.InvariantCulture)
            : value.GetDouble().ToString(CultureInfo.InvariantCulture);
}

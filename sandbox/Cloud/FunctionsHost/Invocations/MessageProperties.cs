using System.Text.Json;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Worker.Messages;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

/// <summary>What the host copies from a JSON message into the metadata: every property at its top but arrays and nulls.</summary>
internal static class MessageProperties
{
    /// <summary>The properties; none when the text is no JSON object.</summary>
    public static Dictionary<string, TypedData> Of(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                    .RootElement.EnumerateObject()
                    .Where(property => property.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
                    .DistinctBy(property => property.Name, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(property => property.Name, property => ToRpc(property.Value), StringComparer.Ordinal)
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static TypedData ToRpc(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? new TypedData { Json = value.GetRawText() }
            : new TypedData { String = value.ToString() };
}

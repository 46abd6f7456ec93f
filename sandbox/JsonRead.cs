using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox;

/// <summary>Reads a value that may be absent or of another type: then it is null, never an exception.</summary>
internal static class JsonRead
{
    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A whole number, however it is kept in memory.</summary>
    public static long? AsInteger(this JsonNode? node) =>
        node is JsonValue value
        && node.GetValueKind() is System.Text.Json.JsonValueKind.Number
        && long.TryParse(
            value.ToJsonString(),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    public static bool AsFlag(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;
}

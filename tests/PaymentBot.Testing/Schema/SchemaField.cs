using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentBot.Testing.Schema;

/// <summary>A parameter of a method, or a member of a type.</summary>
internal sealed record SchemaField
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Types { get; init; }

    public required bool Required { get; init; }

    /// <summary>Texts, in a few fields numbers.</summary>
    [JsonPropertyName("enum")]
    public IReadOnlyList<JsonElement>? Allowed { get; init; }

    [JsonPropertyName("item_enum")]
    public IReadOnlyList<string>? AllowedItems { get; init; }

    public SchemaConstraints? Constraints { get; init; }

    /// <summary>Tells the subtypes of a union apart.</summary>
    [JsonIgnore]
    public bool IsDiscriminator => Required && Allowed?.Count == 1;
}

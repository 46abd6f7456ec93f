using System.Text.Json;

namespace PaymentBot.Testing.Schema;

/// <summary>Bot API 10.3 as data: names, types, limits.</summary>
internal sealed record BotApiSchema
{
    private static readonly Lazy<BotApiSchema> Loaded = new(Read);

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public required string Version { get; init; }

    public required IReadOnlyDictionary<string, SchemaType> Methods { get; init; }

    public required IReadOnlyDictionary<string, SchemaType> Types { get; init; }

    public static BotApiSchema Load() => Loaded.Value;

    private static BotApiSchema Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "TestData", "telegram-bot-api-10.3.json");
        return JsonSerializer.Deserialize<BotApiSchema>(File.ReadAllBytes(path), Options)!;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Telegram;

/// <summary>Answers the package's context does not know: a refusal, and updates that are read one by one.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ApiResponse))]
[JsonSerializable(typeof(ApiResponse<JsonElement>))]
internal sealed partial class TelegramJsonContext : JsonSerializerContext;

using System.Text.Json.Serialization;
using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>How the Bot API's types look on the wire: snake_case, nulls left out, unknown members ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    MaxDepth = 64
)]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(ApiResponse<User>))]
[JsonSerializable(typeof(ApiResponse<bool>))]
[JsonSerializable(typeof(ApiResponse<WebhookInfo>))]
[JsonSerializable(typeof(ApiResponse<IReadOnlyList<Update>>))]
[JsonSerializable(typeof(ApiResponse<Message>))]
[JsonSerializable(typeof(ApiResponse<IReadOnlyList<Message>>))]
[JsonSerializable(typeof(ApiResponse<ChatMember>))]
[JsonSerializable(typeof(NoParameters))]
[JsonSerializable(typeof(GetUpdates))]
[JsonSerializable(typeof(SetWebhook))]
[JsonSerializable(typeof(DeleteWebhook))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(EditMessageText))]
[JsonSerializable(typeof(EditMessageCaption))]
[JsonSerializable(typeof(EditMessageReplyMarkup))]
[JsonSerializable(typeof(AnswerCallbackQuery))]
[JsonSerializable(typeof(AnswerInlineQuery))]
[JsonSerializable(typeof(SendDocument))]
[JsonSerializable(typeof(SendPhoto))]
[JsonSerializable(typeof(SendMediaGroup))]
[JsonSerializable(typeof(SetMyCommands))]
[JsonSerializable(typeof(GetMyCommands))]
[JsonSerializable(typeof(ApiResponse<IReadOnlyList<BotCommand>>))]
[JsonSerializable(typeof(SetMyDescription))]
[JsonSerializable(typeof(GetMyDescription))]
[JsonSerializable(typeof(ApiResponse<BotDescription>))]
[JsonSerializable(typeof(SetMyShortDescription))]
[JsonSerializable(typeof(ApiResponse<BotShortDescription>))]
[JsonSerializable(typeof(SetChatMenuButton))]
[JsonSerializable(typeof(ApiResponse<MenuButton>))]
[JsonSerializable(typeof(SendChatAction))]
[JsonSerializable(typeof(DeleteMessage))]
[JsonSerializable(typeof(GetChatMember))]
internal sealed partial class TelegramJsonContext : JsonSerializerContext;

using System.Text.Json.Serialization.Metadata;

namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>A method of the Bot API: its name and how its request and answer look on the wire.</summary>
internal readonly record struct ApiMethod<TRequest, TResult>(
    string Name,
    JsonTypeInfo<TRequest> Request,
    JsonTypeInfo<ApiResponse<TResult>> Response
);

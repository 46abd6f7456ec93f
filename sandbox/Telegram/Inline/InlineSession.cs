using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram.Inline;

/// <summary>One inline query, from the typing to the answer.</summary>
internal sealed record InlineSession
{
    /// <summary>The <c>inline_query.id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The chat somebody types in, which the bot is not told.</summary>
    public required long ChatId { get; init; }

    public required long UserId { get; init; }

    public required string Query { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The parameters of answerInlineQuery, or null while there is no answer.</summary>
    public JsonObject? Answer { get; init; }
}

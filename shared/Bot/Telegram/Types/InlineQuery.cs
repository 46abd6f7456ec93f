namespace PaymentBot.Bot.Telegram.Types;

/// <summary>Someone types <c>@bot text</c> in some chat; to be answered within 10 seconds.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#inlinequery.</remarks>
public sealed record InlineQuery
{
    /// <summary>Identity for the answer.</summary>
    public required string Id { get; init; }

    /// <summary>Who types.</summary>
    public required User From { get; init; }

    /// <summary>What was typed, up to 256 characters.</summary>
    public required string Query { get; init; }

    /// <summary>Where the results asked for begin; what the bot gave as <c>next_offset</c>.</summary>
    public string? Offset { get; init; }

    /// <summary>The kind of chat: <c>sender</c> (the bot itself) or one of <see cref="Types.ChatType"/>.</summary>
    public string? ChatType { get; init; }
}

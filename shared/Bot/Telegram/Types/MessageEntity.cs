namespace PaymentBot.Bot.Telegram.Types;

/// <summary>A special stretch of a text.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#messageentity.</remarks>
public sealed record MessageEntity
{
    /// <summary>The kind, such as <c>bot_command</c> or <c>mention</c>; kinds are added over time.</summary>
    public required string Type { get; init; }

    /// <summary>Where it starts, in UTF-16 code units.</summary>
    public required int Offset { get; init; }

    /// <summary>How long it is, in UTF-16 code units.</summary>
    public required int Length { get; init; }

    /// <summary>The target of a <c>text_link</c>.</summary>
    public string? Url { get; init; }
}

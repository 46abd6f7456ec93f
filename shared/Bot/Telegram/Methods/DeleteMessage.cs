namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Deletes a message younger than 48 hours.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#deletemessage.</remarks>
public sealed record DeleteMessage
{
    /// <summary>The chat, up to 52 bits.</summary>
    public required long ChatId { get; init; }

    /// <summary>The message.</summary>
    public required long MessageId { get; init; }
}

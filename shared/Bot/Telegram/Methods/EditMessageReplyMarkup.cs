using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Replaces the keyboard alone.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#editmessagereplymarkup.</remarks>
public sealed record EditMessageReplyMarkup
{
    /// <summary>The chat; with <see cref="MessageId"/>, or else null.</summary>
    public long? ChatId { get; init; }

    /// <summary>The message in that chat.</summary>
    public long? MessageId { get; init; }

    /// <summary>An inline message, instead of chat and message.</summary>
    public string? InlineMessageId { get; init; }

    /// <summary>The keyboard from now on; null removes it.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

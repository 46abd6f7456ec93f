using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Replaces a text as a whole: text, preview options and keyboard. The bot's own messages have no age limit.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#editmessagetext.</remarks>
public sealed record EditMessageText
{
    /// <summary>The chat; with <see cref="MessageId"/>, or else null.</summary>
    public long? ChatId { get; init; }

    /// <summary>The message in that chat.</summary>
    public long? MessageId { get; init; }

    /// <summary>An inline message, instead of chat and message.</summary>
    public string? InlineMessageId { get; init; }

    /// <summary>1 to 4096 code points after parsing.</summary>
    public required string Text { get; init; }

    /// <summary>One of <see cref="Types.ParseMode"/>; null for plain text.</summary>
    public string? ParseMode { get; init; }

    /// <summary>How links are shown.</summary>
    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    /// <summary>The keyboard from now on; null removes it.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Replaces the caption and the keyboard of a message with a file.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#editmessagecaption.</remarks>
public sealed record EditMessageCaption
{
    /// <summary>The chat; with <see cref="MessageId"/>, or else null.</summary>
    public long? ChatId { get; init; }

    /// <summary>The message in that chat.</summary>
    public long? MessageId { get; init; }

    /// <summary>An inline message, instead of chat and message.</summary>
    public string? InlineMessageId { get; init; }

    /// <summary>Up to 1024 code points after parsing; null removes it.</summary>
    public string? Caption { get; init; }

    /// <summary>One of <see cref="Types.ParseMode"/>; null for plain text.</summary>
    public string? ParseMode { get; init; }

    /// <summary>The keyboard from now on; null removes it.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

namespace PaymentBot.Bot.Telegram.Types;

/// <summary>Buttons under a message: at most 100, at most 8 in a row. An empty list of rows removes the keyboard.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#inlinekeyboardmarkup.</remarks>
public sealed record InlineKeyboardMarkup : ReplyMarkup
{
    /// <summary>Rows from top to bottom.</summary>
    public required IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard { get; init; }

    /// <summary>Also opens a reply box (Bot API 10.3); an edit cannot change it.</summary>
    public bool? ForceReply { get; init; }
}

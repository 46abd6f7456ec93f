using PaymentBot.Bot.Telegram.Types;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>Tells whether two cards look the same. Pure.</summary>
internal static class CardHash
{
    /// <summary>22 characters that differ when text or buttons differ.</summary>
    /// <param name="html">The text.</param>
    /// <param name="markup">The buttons, or null.</param>
    public static string Of(string html, InlineKeyboardMarkup? markup)
    {
        var buttons = markup?.InlineKeyboard.SelectMany(row =>
            row.Select(button => $"{button.Text}\t{button.CallbackData}{button.Url}").Append("\n")
        );
        return StorageKey.Of($"{html}\0{string.Join('\n', buttons ?? [])}");
    }
}

using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Cards;
using Telegram.Bot.Types.ReplyMarkups;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Buttons as Telegram takes them.</summary>
public static class TelegramKeyboard
{
    /// <summary>The buttons of a card, or null when it has none.</summary>
    /// <param name="rows">Rows of buttons.</param>
    public static InlineKeyboardMarkup? Of(IReadOnlyList<IReadOnlyList<CardKey>>? rows) =>
        rows is null or [] ? null : new InlineKeyboardMarkup(rows.Select(row => row.Select(ButtonOf)));

    /// <summary>The buttons of a screen; without any it takes away those of the message.</summary>
    /// <param name="rows">Rows of buttons, or null when the message never has buttons.</param>
    internal static InlineKeyboardMarkup? Of(IReadOnlyList<IReadOnlyList<ScreenButton>>? rows) =>
        rows is null
            ? null
            : new InlineKeyboardMarkup(
                rows.Select(row =>
                    row.Select(button => InlineKeyboardButton.WithCallbackData(button.Text, button.Data))
                )
            );

    private static InlineKeyboardButton ButtonOf(CardKey key) =>
        new(key.Text) { CallbackData = key.Data, Url = key.Url };
}

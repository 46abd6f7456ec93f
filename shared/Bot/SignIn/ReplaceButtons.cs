using PaymentBot.Bot.People;
using PaymentBot.Cards;
using Telegram.Bot.Types.ReplyMarkups;

namespace PaymentBot.Bot.SignIn;

/// <summary>
/// The two buttons below the question whether to replace another account. They carry the one-time code itself: it is known to this chat already, is
/// good only from its user, and ends with the first answer.
/// </summary>
public static class ReplaceButtons
{
    private const string Replace = "replace:";
    private const string Keep = "keep:";

    /// <summary>Makes the buttons.</summary>
    /// <param name="phrases">The user's language.</param>
    /// <param name="code">The code.</param>
    public static InlineKeyboardButton[] For(IPhrases phrases, string code) =>
        [
            InlineKeyboardButton.WithCallbackData(phrases.SignIn.ReplaceButton, Replace + code),
            InlineKeyboardButton.WithCallbackData(phrases.SignIn.KeepButton, Keep + code),
        ];

    /// <summary>Reads the data of a pressed button.</summary>
    /// <param name="data">The <c>callback_data</c>, whatever a client sent.</param>
    /// <returns>Whether to replace, and the code, or null when it is no such button.</returns>
    public static (bool Replace, string Code)? Read(string? data)
    {
        if (data?.StartsWith(Replace, StringComparison.Ordinal) == true && LoginTickets.IsCode(data[Replace.Length..]))
        {
            return (true, data[Replace.Length..]);
        }

        return data?.StartsWith(Keep, StringComparison.Ordinal) == true && LoginTickets.IsCode(data[Keep.Length..])
            ? (false, data[Keep.Length..])
            : null;
    }
}

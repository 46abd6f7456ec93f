using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace PaymentBot.Bot.Conversation;

/// <summary>Makes messages that answer an update at once. What is secret in them never lies in a queue.</summary>
public static class PrivateReply
{
    /// <summary>A message, perhaps with buttons below each other.</summary>
    /// <param name="user">The user, whose id is also the private chat's.</param>
    /// <param name="html">Telegram's HTML.</param>
    /// <param name="buttons">The buttons.</param>
    public static SendMessageRequest To(User user, string html, params InlineKeyboardButton[] buttons) =>
        new()
        {
            ChatId = user.Id,
            Text = html,
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = LinkPreviewOptions.Disabled,
            ReplyMarkup =
                buttons.Length == 0 ? null : new InlineKeyboardMarkup(buttons.Select(button => new[] { button })),
        };
}

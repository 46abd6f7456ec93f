using System.Text.Json.Serialization;

namespace PaymentBot.Bot.Telegram.Types;

/// <summary>What comes with a message: an <see cref="InlineKeyboardMarkup"/> or a <see cref="ForceReply"/>.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#sendmessage.</remarks>
[JsonDerivedType(typeof(InlineKeyboardMarkup))]
[JsonDerivedType(typeof(ForceReply))]
public abstract record ReplyMarkup
{
    private protected ReplyMarkup() { }
}

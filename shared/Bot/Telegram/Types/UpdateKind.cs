namespace PaymentBot.Bot.Telegram.Types;

/// <summary>Kinds of update the bot asks for.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#update.</remarks>
public static class UpdateKind
{
    /// <summary>New messages.</summary>
    public const string Message = "message";

    /// <summary>Edited messages.</summary>
    public const string EditedMessage = "edited_message";

    /// <summary>Taps.</summary>
    public const string CallbackQuery = "callback_query";

    /// <summary>Blocked, unblocked, added, removed.</summary>
    public const string MyChatMember = "my_chat_member";

    /// <summary>Inline queries.</summary>
    public const string InlineQuery = "inline_query";

    /// <summary>Inline results that were sent.</summary>
    public const string ChosenInlineResult = "chosen_inline_result";
}

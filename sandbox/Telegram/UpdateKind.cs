namespace PaymentBot.Sandbox.Telegram;

/// <summary>The kinds of update the stand-in sends, spelled as in <c>allowed_updates</c>.</summary>
internal static class UpdateKind
{
    public const string Message = "message";
    public const string CallbackQuery = "callback_query";
    public const string MyChatMember = "my_chat_member";
    public const string InlineQuery = "inline_query";
    public const string ChosenInlineResult = "chosen_inline_result";
}

using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>The methods in use, one line each; properties, so that a method costs nothing before its first call.</summary>
internal static class ApiMethods
{
    private static TelegramJsonContext Json => TelegramJsonContext.Default;

    public static ApiMethod<NoParameters, User> GetMe => new("getMe", Json.NoParameters, Json.ApiResponseUser);

    public static ApiMethod<SetWebhook, bool> SetWebhook => new("setWebhook", Json.SetWebhook, Json.ApiResponseBoolean);

    public static ApiMethod<DeleteWebhook, bool> DeleteWebhook =>
        new("deleteWebhook", Json.DeleteWebhook, Json.ApiResponseBoolean);

    public static ApiMethod<NoParameters, WebhookInfo> GetWebhookInfo =>
        new("getWebhookInfo", Json.NoParameters, Json.ApiResponseWebhookInfo);

    public static ApiMethod<GetUpdates, IReadOnlyList<Update>> GetUpdates =>
        new("getUpdates", Json.GetUpdates, Json.ApiResponseIReadOnlyListUpdate);

    public static ApiMethod<SendMessage, Message> SendMessage =>
        new("sendMessage", Json.SendMessage, Json.ApiResponseMessage);

    public static ApiMethod<EditMessageText, Message> EditMessageText =>
        new("editMessageText", Json.EditMessageText, Json.ApiResponseMessage);

    public static ApiMethod<EditMessageCaption, Message> EditMessageCaption =>
        new("editMessageCaption", Json.EditMessageCaption, Json.ApiResponseMessage);

    public static ApiMethod<EditMessageReplyMarkup, Message> EditMessageReplyMarkup =>
        new("editMessageReplyMarkup", Json.EditMessageReplyMarkup, Json.ApiResponseMessage);

    public static ApiMethod<AnswerCallbackQuery, bool> AnswerCallbackQuery =>
        new("answerCallbackQuery", Json.AnswerCallbackQuery, Json.ApiResponseBoolean);

    public static ApiMethod<AnswerInlineQuery, bool> AnswerInlineQuery =>
        new("answerInlineQuery", Json.AnswerInlineQuery, Json.ApiResponseBoolean);

    public static ApiMethod<SendDocument, Message> SendDocument =>
        new("sendDocument", Json.SendDocument, Json.ApiResponseMessage);

    public static ApiMethod<SendPhoto, Message> SendPhoto => new("sendPhoto", Json.SendPhoto, Json.ApiResponseMessage);

    public static ApiMethod<SendMediaGroup, IReadOnlyList<Message>> SendMediaGroup =>
        new("sendMediaGroup", Json.SendMediaGroup, Json.ApiResponseIReadOnlyListMessage);

    public static ApiMethod<SetMyCommands, bool> SetMyCommands =>
        new("setMyCommands", Json.SetMyCommands, Json.ApiResponseBoolean);

    public static ApiMethod<GetMyCommands, IReadOnlyList<BotCommand>> GetMyCommands =>
        new("getMyCommands", Json.GetMyCommands, Json.ApiResponseIReadOnlyListBotCommand);

    public static ApiMethod<SetMyDescription, bool> SetMyDescription =>
        new("setMyDescription", Json.SetMyDescription, Json.ApiResponseBoolean);

    public static ApiMethod<GetMyDescription, BotDescription> GetMyDescription =>
        new("getMyDescription", Json.GetMyDescription, Json.ApiResponseBotDescription);

    public static ApiMethod<SetMyShortDescription, bool> SetMyShortDescription =>
        new("setMyShortDescription", Json.SetMyShortDescription, Json.ApiResponseBoolean);

    public static ApiMethod<GetMyDescription, BotShortDescription> GetMyShortDescription =>
        new("getMyShortDescription", Json.GetMyDescription, Json.ApiResponseBotShortDescription);

    public static ApiMethod<SetChatMenuButton, bool> SetChatMenuButton =>
        new("setChatMenuButton", Json.SetChatMenuButton, Json.ApiResponseBoolean);

    public static ApiMethod<NoParameters, MenuButton> GetChatMenuButton =>
        new("getChatMenuButton", Json.NoParameters, Json.ApiResponseMenuButton);

    public static ApiMethod<GetChatMember, ChatMember> GetChatMember =>
        new("getChatMember", Json.GetChatMember, Json.ApiResponseChatMember);

    public static ApiMethod<SendChatAction, bool> SendChatAction =>
        new("sendChatAction", Json.SendChatAction, Json.ApiResponseBoolean);

    public static ApiMethod<DeleteMessage, bool> DeleteMessage =>
        new("deleteMessage", Json.DeleteMessage, Json.ApiResponseBoolean);

    /// <summary>The same edit of an inline message, which answers True instead of the message.</summary>
    public static ApiMethod<TRequest, bool> OfInlineMessage<TRequest>(ApiMethod<TRequest, Message> edit) =>
        new(edit.Name, edit.Request, Json.ApiResponseBoolean);
}

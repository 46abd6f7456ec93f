using PaymentBot.Bot.Telegram;
using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Tests.Telegram;

public sealed class TelegramMessageMethodsTests : IDisposable
{
    private readonly TestBot _bot = new();

    private static InlineKeyboardMarkup Keyboard =>
        new()
        {
            InlineKeyboard =
            [
                [
                    InlineKeyboardButton.Callback("Да", "a:1") with
                    {
                        Style = ButtonStyle.Success,
                    },
                    InlineKeyboardButton.OpenUrl("ERP", "https://erp.example/12"),
                ],
                [
                    InlineKeyboardButton.SwitchInline("s", "q"),
                    InlineKeyboardButton.SwitchInlineCurrentChat("c", ""),
                    InlineKeyboardButton.SwitchInlineChosenChat("h", new() { Query = "q", AllowGroupChats = true }),
                    InlineKeyboardButton.Copy("#", "40702810"),
                ],
            ],
        };

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task SendMessage_sends_every_field_under_its_own_name()
    {
        _bot.Telegram.Succeeds("sendMessage", Wire.Sent);
        await _bot.Client.SendMessageAsync(
            new()
            {
                ChatId = 4503599627370495,
                Text = "<b>Счёт</b> & 😀".Replace("&", "&amp;", StringComparison.Ordinal),
                ParseMode = ParseMode.Html,
                MessageThreadId = 5,
                LinkPreviewOptions = LinkPreviewOptions.Disabled,
                DisableNotification = true,
                ProtectContent = true,
                ReplyParameters = new() { MessageId = 3 },
                ReplyMarkup = Keyboard,
            },
            default
        );
        Assert.Equal("application/json", _bot.Telegram.Call.ContentType);
        Assert.Equal(
            """
            {"chat_id":4503599627370495,"text":"<b>Счёт</b> &amp; 😀","message_thread_id":5,"parse_mode":"HTML",
            "link_preview_options":{"is_disabled":true},"disable_notification":true,"protect_content":true,
            "reply_parameters":{"message_id":3,"allow_sending_without_reply":true},
            "reply_markup":{"inline_keyboard":[[{"text":"Да","style":"success","callback_data":"a:1"},
            {"text":"ERP","url":"https://erp.example/12"}],[{"text":"s","switch_inline_query":"q"},
            {"text":"c","switch_inline_query_current_chat":""},
            {"text":"h","switch_inline_query_chosen_chat":{"query":"q","allow_group_chats":true}},
            {"text":"#","copy_text":{"text":"40702810"}}]]}}
            """.ReplaceLineEndings(""),
            _bot.Telegram.Call.Json.Replace("\\uD83D\\uDE00", "😀", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task SendMessage_leaves_out_what_is_not_set()
    {
        _bot.Telegram.Succeeds("sendMessage", Wire.Sent);
        await _bot.Client.SendMessageAsync(new() { ChatId = -5, Text = "x" }, default);
        Assert.Equal("""{"chat_id":-5,"text":"x"}""", _bot.Telegram.Call.Json);
    }

    [Fact]
    public async Task Cyrillic_text_travels_as_utf8_and_not_as_escapes()
    {
        _bot.Telegram.Succeeds("sendMessage", Wire.Sent);
        await _bot.Client.SendMessageAsync(new() { ChatId = 1, Text = "Щ" }, default);
        Assert.True(_bot.Telegram.Call.Body.AsSpan().IndexOf("Щ"u8) > 0);
    }

    [Fact]
    public async Task SendMessage_can_ask_for_a_reply()
    {
        _bot.Telegram.Succeeds("sendMessage", Wire.Sent);
        var ask = new ForceReply { InputFieldPlaceholder = "Причина", Selective = true };
        await _bot.Client.SendMessageAsync(
            new()
            {
                ChatId = 1,
                Text = "Почему?",
                ReplyMarkup = ask,
            },
            default
        );
        Assert.Equal(
            """{"chat_id":1,"text":"Почему?","reply_markup":{"force_reply":true,"input_field_placeholder":"Причина","selective":true}}""",
            _bot.Telegram.Call.Json
        );
    }

    [Fact]
    public async Task SendMessage_returns_the_message()
    {
        _bot.Telegram.Succeeds("sendMessage", Wire.Sent);
        var message = await _bot.Client.SendMessageAsync(new() { ChatId = 1, Text = "x" }, default);
        Assert.Equal(77, message.MessageId);
        Assert.Equal(1795000000, message.Date);
        Assert.Equal(4503599627370495, message.Chat.Id);
        Assert.True(message.Chat.IsPrivate);
        Assert.True(message.From!.IsBot);
        Assert.Equal("Заявка 12", message.Text);
        Assert.Equal(
            new MessageEntity
            {
                Type = "bold",
                Offset = 0,
                Length = 6,
            },
            Assert.Single(message.Entities!)
        );
        Assert.Equal("a", message.ReplyMarkup!.InlineKeyboard[0][0].CallbackData);
        Assert.Equal(ButtonStyle.Success, message.ReplyMarkup.InlineKeyboard[0][0].Style);
    }

    [Fact]
    public async Task A_button_of_unknown_kind_is_not_sent_back_without_its_action()
    {
        _bot.Telegram.Succeeds("sendMessage", Wire.Sent);
        var message = await _bot.Client.SendMessageAsync(new() { ChatId = 1, Text = "x" }, default);
        var again = new EditMessageReplyMarkup
        {
            ChatId = 1,
            MessageId = 77,
            ReplyMarkup = message.ReplyMarkup,
        };
        await Assert.ThrowsAsync<ArgumentException>(() => _bot.Client.EditMessageReplyMarkupAsync(again, default));
        Assert.Single(_bot.Telegram.Calls);
    }

    [Fact]
    public async Task A_button_with_two_actions_is_not_sent()
    {
        _bot.Telegram.Succeeds(
            "sendMessage",
            Wire.Sent.Replace("\"callback_data\"", "\"url\":\"u\",\"callback_data\"", StringComparison.Ordinal)
                .Replace("web_app\":{\"url\":\"https://x.example\"}", "url\":\"u\"", StringComparison.Ordinal)
        );
        var message = await _bot.Client.SendMessageAsync(new() { ChatId = 1, Text = "x" }, default);
        var again = new SendMessage
        {
            ChatId = 1,
            Text = "x",
            ReplyMarkup = message.ReplyMarkup,
        };
        await Assert.ThrowsAsync<ArgumentException>(() => _bot.Client.SendMessageAsync(again, default));
        Assert.Single(_bot.Telegram.Calls);
    }

    [Fact]
    public async Task EditMessageText_of_a_chat_message_returns_it()
    {
        _bot.Telegram.Succeeds("editMessageText", Wire.Sent);
        var edit = new EditMessageText
        {
            ChatId = 1,
            MessageId = 77,
            Text = "x",
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = LinkPreviewOptions.Disabled,
            ReplyMarkup = new() { InlineKeyboard = [] },
        };
        Assert.Equal(77, (await _bot.Client.EditMessageTextAsync(edit, default))!.MessageId);
        Assert.Equal(
            """{"chat_id":1,"message_id":77,"text":"x","parse_mode":"HTML","link_preview_options":{"is_disabled":true},"reply_markup":{"inline_keyboard":[]}}""",
            _bot.Telegram.Call.Json
        );
    }

    [Fact]
    public async Task Edits_of_an_inline_message_return_nothing()
    {
        _bot.Telegram.Succeeds("editMessageText", "true");
        _bot.Telegram.Succeeds("editMessageCaption", "true");
        _bot.Telegram.Succeeds("editMessageReplyMarkup", "true");
        Assert.Null(await _bot.Client.EditMessageTextAsync(new() { InlineMessageId = "i", Text = "x" }, default));
        Assert.Null(await _bot.Client.EditMessageCaptionAsync(new() { InlineMessageId = "i", Caption = "x" }, default));
        Assert.Null(await _bot.Client.EditMessageReplyMarkupAsync(new() { InlineMessageId = "i" }, default));
        Assert.Equal("""{"inline_message_id":"i","caption":"x"}""", _bot.Telegram.Calls[1].Json);
    }

    [Fact]
    public async Task EditMessageCaption_and_reply_markup_of_a_chat_message_return_it()
    {
        _bot.Telegram.Succeeds("editMessageCaption", Wire.SentDocument);
        _bot.Telegram.Succeeds("editMessageReplyMarkup", Wire.SentDocument);
        var caption = new EditMessageCaption
        {
            ChatId = 1,
            MessageId = 2,
            Caption = "x",
            ParseMode = ParseMode.Html,
            ReplyMarkup = Keyboard,
        };
        Assert.Equal("Счёт", (await _bot.Client.EditMessageCaptionAsync(caption, default))!.Caption);
        var markup = new EditMessageReplyMarkup
        {
            ChatId = 1,
            MessageId = 2,
            ReplyMarkup = Keyboard,
        };
        Assert.Equal(78, (await _bot.Client.EditMessageReplyMarkupAsync(markup, default))!.MessageId);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(1L, null, null)]
    [InlineData(null, 2L, null)]
    [InlineData(null, 2L, "i")]
    [InlineData(1L, 2L, "i")]
    public async Task An_edit_without_one_clear_target_is_not_sent(long? chat, long? message, string? inline)
    {
        var edit = new EditMessageText
        {
            ChatId = chat,
            MessageId = message,
            InlineMessageId = inline,
            Text = "x",
        };
        await Assert.ThrowsAsync<ArgumentException>(() => _bot.Client.EditMessageTextAsync(edit, default));
        Assert.Empty(_bot.Telegram.Calls);
    }

    [Fact]
    public async Task Taps_actions_and_deletions_are_sent()
    {
        _bot.Telegram.Succeeds("answerCallbackQuery", "true");
        _bot.Telegram.Succeeds("sendChatAction", "true");
        _bot.Telegram.Succeeds("deleteMessage", "true");
        var answer = new AnswerCallbackQuery
        {
            CallbackQueryId = "9",
            Text = "Принято",
            ShowAlert = true,
        };
        await _bot.Client.AnswerCallbackQueryAsync(answer, default);
        await _bot.Client.SendChatActionAsync(new() { ChatId = 1, Action = ChatAction.UploadDocument }, default);
        await _bot.Client.DeleteMessageAsync(new() { ChatId = 1, MessageId = 2 }, default);
        Assert.Equal(
            [
                """{"callback_query_id":"9","text":"Принято","show_alert":true}""",
                """{"chat_id":1,"action":"upload_document"}""",
                """{"chat_id":1,"message_id":2}""",
            ],
            _bot.Telegram.Calls.Select(call => call.Json),
            StringComparer.Ordinal
        );
    }
}

using System.Text;
using System.Text.Json;
using PaymentBot.Testing.Schema;

namespace PaymentBot.Tests.Telegram.Schema;

public sealed class BotApiValidatorTests
{
    private const string Media2 = """{"type":"document","media":"A"},{"type":"document","media":"B"}""";

    [Fact]
    public void The_schema_is_complete()
    {
        var schema = BotApiSchema.Load();
        Assert.Equal(("Bot API 10.3", 185, 400), (schema.Version, schema.Methods.Count, schema.Types.Count));
    }

    [Theory]
    [InlineData("getMe", "{}")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x"}""")]
    [InlineData("sendMessage", """{"chat_id":"@channel","text":"x","reply_markup":{"force_reply":true}}""")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_parameters":{"message_id":1}}""")]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","url":"https://x.example"}]]}}"""
    )]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[]}}""")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"<b>x</b> &lt;","parse_mode":"html"}""")]
    [InlineData("editMessageText", """{"inline_message_id":"i","text":"x"}""")]
    [InlineData("sendMediaGroup", $$$"""{"chat_id":1,"media":[{{{Media2}}}]}""")]
    [InlineData("sendDocument", """{"chat_id":1,"document":"https://x.example/a.pdf"}""")]
    [InlineData(
        "setMyCommands",
        """{"commands":[{"command":"a","description":"b"}],"scope":{"type":"chat","chat_id":1}}"""
    )]
    [InlineData("sendPoll", """{"chat_id":1,"question":"q","options":[{"text":"a"},{"text":"b"}]}""")]
    [InlineData(
        "answerInlineQuery",
        """{"inline_query_id":"1","results":[{"type":"article","id":"1","title":"t","input_message_content":{"message_text":"x"}}]}"""
    )]
    public void A_right_request_passes(string method, string json) => Assert.Empty(Validate(method, json));

    [Theory]
    // methods and fields
    [InlineData("sendTelepathy", "{}", "unknown method")]
    [InlineData("sendMessage", "[]", "not a JSON object")]
    [InlineData("sendMessage", "{", "not JSON")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","chatId":1}""", "chatId: unknown field")]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","link_preview_options":{"disabled":true}}""",
        "link_preview_options.disabled: unknown field"
    )]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"a","icon":"x"}]]}}""",
        "icon: unknown field"
    )]
    [InlineData(
        "sendMediaGroup",
        $$$"""{"chat_id":1,"media":[{{{Media2}}}],"reply_markup":{"inline_keyboard":[]}}""",
        "reply_markup: unknown field"
    )]
    [InlineData("sendMessage", """{"chat_id":1}""", "text: required")]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"callback_data":"a"}]]}}""",
        "[0][0].text: required"
    )]
    [InlineData("sendDocument", """{"chat_id":1}""", "document: required")]
    // types
    [InlineData("sendMessage", """{"chat_id":1.5,"text":"x"}""", "chat_id: wrong type")]
    [InlineData("sendMessage", """{"chat_id":true,"text":"x"}""", "chat_id: wrong type")]
    [InlineData("sendMessage", """{"chat_id":1,"text":7}""", "text: wrong type")]
    [InlineData("sendMessage", """{"chat_id":1,"text":null}""", "text: wrong type")]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","disable_notification":"true"}""",
        "disable_notification: wrong type"
    )]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"force_reply":false}}""",
        "reply_markup.inline_keyboard: required"
    )]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":"{}"}""", "reply_markup: wrong type")]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[{"text":"a","callback_data":"a"}]}}""",
        "inline_keyboard[0]: wrong type"
    )]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[["a"]]}}""",
        "inline_keyboard[0][0]: wrong type"
    )]
    [InlineData("sendLocation", """{"chat_id":1,"latitude":"1","longitude":2}""", "latitude: wrong type")]
    [InlineData("setMyCommands", """{"commands":[],"scope":{"type":"galaxy"}}""", "scope: no kind of BotCommandScope")]
    [InlineData(
        "setMyCommands",
        """{"commands":[],"scope":{"type":"chat"}}""",
        "scope.chat_id: required by BotCommandScopeChat"
    )]
    [InlineData(
        "setMyCommands",
        """{"commands":[],"scope":{"type":"default","chat_id":1}}""",
        "scope.chat_id: unknown field of BotCommandScopeDefault"
    )]
    [InlineData("setWebhook", """{"url":"https://x.example","certificate":"PEM"}""", "certificate: wrong type")]
    [InlineData(
        "sendMediaGroup",
        """{"chat_id":1,"media":[{"type":"hologram","media":"A"},{"type":"document","media":"B"}]}""",
        "media[0].type"
    )]
    // enums
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","parse_mode":"BBCode"}""", "parse_mode: 'BBCode' is none of")]
    [InlineData("sendChatAction", """{"chat_id":1,"action":"thinking"}""", "action: 'thinking' is none of")]
    [InlineData(
        "setWebhook",
        """{"url":"https://x.example","allowed_updates":["taps"]}""",
        "allowed_updates: 'taps' is none of"
    )]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"a","style":"pink"}]]}}""",
        "style: 'pink' is none of"
    )]
    // limits
    [InlineData("sendMessage", """{"chat_id":1,"text":""}""", "text: 0 code points")]
    [InlineData("sendMessage", """{"chat_id":1,"text":" <b> </b> ","parse_mode":"HTML"}""", "text: 0 code points")]
    [InlineData("setWebhook", """{"url":"https://x.example","max_connections":101}""", "max_connections: 101")]
    [InlineData("getUpdates", """{"limit":0}""", "limit: 0")]
    [InlineData("sendMediaGroup", """{"chat_id":1,"media":[{"type":"document","media":"A"}]}""", "media: 1 items")]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":""}]]}}""",
        "callback_data: 0 bytes"
    )]
    [InlineData("setMyCommands", """{"commands":[{"command":"Inbox","description":"b"}]}""", "'Inbox' is no command")]
    [InlineData("setWebhook", """{"url":"https://x.example","secret_token":"ы"}""", "secret_token: takes")]
    // buttons
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a"}]]}}""",
        "0 actions"
    )]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"a","url":"https://x.example"}]]}}""",
        "2 actions"
    )]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[]]}}""",
        "a row takes 1 to 8"
    )]
    // files
    [InlineData("sendDocument", """{"chat_id":1,"document":"a.pdf"}""", "document: a file string with a dot")]
    [InlineData("sendDocument", """{"chat_id":1,"document":""}""", "document: an empty file")]
    [InlineData("sendDocument", """{"chat_id":1,"document":"attach://x"}""", "no part 'x' is attached")]
    [InlineData(
        "sendMediaGroup",
        """{"chat_id":1,"media":[{"type":"document","media":"a.b"},{"type":"document","media":"B"}]}""",
        "media[0].media: a file string with a dot"
    )]
    // conditions
    [InlineData("editMessageText", """{"text":"x"}""", "inline_message_id, are needed")]
    [InlineData("editMessageText", """{"chat_id":1,"text":"x"}""", "inline_message_id, are needed")]
    [InlineData(
        "editMessageCaption",
        """{"chat_id":1,"message_id":1,"inline_message_id":"i"}""",
        "inline_message_id, are needed"
    )]
    [InlineData("editMessageReplyMarkup", "{}", "inline_message_id, are needed")]
    [InlineData("editMessageText", """{"chat_id":1,"message_id":1}""", "text or else rich_message")]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_parameters":{"allow_sending_without_reply":true}}""",
        "message_id or ephemeral_message_id"
    )]
    [InlineData(
        "sendMediaGroup",
        """{"chat_id":1,"media":[{"type":"photo","media":"A"},{"type":"document","media":"B"}]}""",
        "documents go with documents only"
    )]
    [InlineData("sendMessage", """{"chat_id":1,"text":"<b>x","parse_mode":"HTML"}""", "<b> is not closed")]
    [InlineData(
        "sendDocument",
        """{"chat_id":1,"document":"A","caption":"a<br>b","parse_mode":"HTML"}""",
        "<br> is no tag"
    )]
    public void A_wrong_request_fails(string method, string json, string expected) =>
        Assert.Contains(expected, string.Join('\n', Validate(method, json)), StringComparison.Ordinal);

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void A_text_is_counted_in_code_points_after_parsing(int length, bool fits)
    {
        var text = "<b>" + string.Concat(Enumerable.Repeat("😀", length - 1)) + "</b>&amp;";
        Assert.Equal(
            fits,
            Validate(
                "sendMessage",
                Json(
                    new(StringComparer.Ordinal)
                    {
                        ["chat_id"] = 1,
                        ["text"] = text,
                        ["parse_mode"] = "HTML",
                    }
                )
            ).Count == 0
        );
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void A_caption_takes_1024_code_points(int length, bool fits)
    {
        var request = Json(
            new(StringComparer.Ordinal)
            {
                ["chat_id"] = 1,
                ["document"] = "A",
                ["caption"] = new string('Щ', length),
            }
        );
        Assert.Equal(fits, Validate("sendDocument", request).Count == 0);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Callback_data_takes_64_bytes(int length, bool fits)
    {
        var data = new string('Щ', 32) + new string('a', length - 64);
        var violations = Validate("sendMessage", Keyboard($$$"""[{"text":"x","callback_data":"{{{data}}}"}]"""));
        Assert.Equal(fits, violations.Count == 0);
    }

    [Theory]
    [InlineData(8, 12, true)]
    [InlineData(9, 1, false)]
    [InlineData(8, 13, false)]
    public void A_keyboard_takes_8_buttons_a_row_and_100_in_all(int perRow, int rows, bool fits)
    {
        var row = "[" + string.Join(',', Enumerable.Repeat("""{"text":"x","callback_data":"y"}""", perRow)) + "]";
        var violations = Validate("sendMessage", Keyboard(string.Join(',', Enumerable.Repeat(row, rows))));
        Assert.Equal(fits, violations.Count == 0);
    }

    [Fact]
    public void A_text_of_more_than_32768_bytes_before_parsing_fails()
    {
        var text = string.Concat(Enumerable.Repeat("<b></b>", 4700)) + "x";
        var request = Json(
            new(StringComparer.Ordinal)
            {
                ["chat_id"] = 1,
                ["text"] = text,
                ["parse_mode"] = "HTML",
            }
        );
        Assert.Contains("before parsing", Assert.Single(Validate("sendMessage", request)), StringComparison.Ordinal);
    }

    private static string Keyboard(string rows)
    {
        var all = rows.StartsWith("[{", StringComparison.Ordinal) ? rows : $"[{rows}]";
        return $$$"""{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[{{{all}}}]}}""";
    }

    private static string Json(Dictionary<string, object> members) => JsonSerializer.Serialize(members);

    private static IReadOnlyList<string> Validate(string method, string json) =>
        BotApiValidator.Validate(method, "application/json", Encoding.UTF8.GetBytes(json));
}

using System.Text;
using System.Text.Json;
using PaymentBot.Bot.Telegram;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Tests.Telegram;

/// <summary>How requests leave: what the package leaves open, and this bot decides.</summary>
public sealed class TelegramWireTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_text_travels_as_utf8_without_escapes_and_without_what_is_not_set()
    {
        _bot.Telegram.Succeeds("sendMessage", Wire.Sent);
        var message = await _bot.Client.SendRequest(
            new SendMessageRequest
            {
                ChatId = -4503599627370495,
                Text = "<b>Щ</b>",
                ParseMode = ParseMode.Html,
            }
        );
        var expected = """{"chat_id":-4503599627370495,"text":"<b>Щ</b>","parse_mode":"HTML"}""";
        Assert.Equal(expected, Encoding.UTF8.GetString(_bot.Telegram.Call.Body));
        Assert.Equal((77, "Заявка 12"), (message.Id, message.Text));
    }

    [Fact]
    public async Task The_length_of_json_goes_ahead_of_it()
    {
        long? length = null;
        _bot.Telegram.Breaks(
            (request, _) =>
            {
                length = request.Content!.Headers.ContentLength;
                throw new HttpRequestException("enough");
            }
        );
        await Assert.ThrowsAsync<TelegramApiException>(() =>
            _bot.Client.SendRequest(new SendMessageRequest { ChatId = 1, Text = "x" })
        );
        Assert.Equal("""{"chat_id":1,"text":"x"}""".Length, length);
    }

    [Fact]
    public async Task The_path_of_an_address_is_kept()
    {
        using var bot = new TestBot(
            new() { BotToken = TestBot.Token, ApiBaseUrl = new("https://x.example/telegram/") }
        );
        Uri? address = null;
        bot.Telegram.Breaks(
            (request, _) =>
            {
                address = request.RequestUri;
                throw new HttpRequestException("enough");
            }
        );
        await Assert.ThrowsAsync<TelegramApiException>(() => bot.Client.GetMe());
        Assert.Equal($"https://x.example/telegram/bot{TestBot.Token}/getMe", address!.AbsoluteUri);
    }

    [Theory]
    [InlineData("message_that_is_quoted")]
    [InlineData("forward_origin")]
    [InlineData("chat_background_set")]
    public async Task What_the_bot_does_not_read_cannot_spoil_an_answer(string member)
    {
        _bot.Telegram.Succeeds(
            "sendMessage",
            $$"""{"{{member}}":{"type":"telepathy"},{{Wire.Sent.TrimStart()[1..]}}"""
        );
        var message = await _bot.Client.SendRequest(new SendMessageRequest { ChatId = 1, Text = "x" });
        Assert.Equal(77, message.Id);
    }

    [Fact]
    public void An_answer_in_a_webhook_reply_names_its_method()
    {
        using var tap = Reply(new AnswerCallbackQueryRequest { CallbackQueryId = "9", Text = "Принято" });
        Assert.Equal("answerCallbackQuery", tap.RootElement.GetProperty("method").GetString());
        Assert.Equal("9", tap.RootElement.GetProperty("callback_query_id").GetString());
        Assert.Equal("Принято", tap.RootElement.GetProperty("text").GetString());
        using var words = Reply(new SendMessageRequest { ChatId = 7, Text = "Войти" });
        Assert.Equal("sendMessage", words.RootElement.GetProperty("method").GetString());
        Assert.Equal(7, words.RootElement.GetProperty("chat_id").GetInt64());
    }

    [Fact]
    public async Task An_answer_can_also_be_called()
    {
        _bot.Telegram.Succeeds("answerCallbackQuery", "true");
        _bot.Telegram.Succeeds("sendMessage", Wire.Sent);
        await _bot.Client.ReplyAsync(new AnswerCallbackQueryRequest { CallbackQueryId = "9" }, default);
        await _bot.Client.ReplyAsync(new SendMessageRequest { ChatId = 7, Text = "Войти" }, default);
        Assert.Equal(["answerCallbackQuery", "sendMessage"], _bot.Telegram.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task A_strange_update_does_not_hold_back_the_others()
    {
        _bot.Telegram.Succeeds(
            "getUpdates",
            $$$"""[{"update_id":5,"message":{{{Wire.Sent}}}},{"update_id":6,"message":7},{"update_id":8,"quantum_leap":{"to":[1]}}]"""
        );
        var request = new GetUpdatesRequest
        {
            Offset = 5,
            Timeout = 50,
            AllowedUpdates = [UpdateType.Message, UpdateType.MyChatMember],
        };
        var updates = await _bot.Client.FetchUpdatesAsync(request, default);
        Assert.Equal([5, 6, 8], updates.Select(update => update.Id));
        Assert.Equal("Заявка 12", updates[0].Update!.Message!.Text);
        Assert.Null(updates[1].Update);
        Assert.Equal(8, updates[2].Update!.Id);
        Assert.Equal(
            """{"offset":5,"timeout":50,"allowed_updates":["message","my_chat_member"]}""",
            _bot.Telegram.Call.Json
        );
    }

    private static JsonDocument Reply(global::Telegram.Bot.Requests.Abstractions.IRequest request) =>
        JsonDocument.Parse(TelegramJson.WebhookReply(request));
}

using PaymentBot.Bot.Telegram;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace PaymentBot.Tests.Telegram;

/// <summary>What Telegram would misread, or refuse after a way there and back, does not leave the bot.</summary>
public sealed class TelegramRequestCheckTests : IDisposable
{
    private readonly TestBot _bot = new();

    public static TheoryData<InlineKeyboardButton> BadButtons { get; } =
    [
        new InlineKeyboardButton("no action"),
        new InlineKeyboardButton("two actions") { Url = "https://x.example", CallbackData = "a" },
        InlineKeyboardButton.WithCallbackData("no data", ""),
        InlineKeyboardButton.WithCallbackData("65 bytes", new string('Щ', 32) + "a"),
        InlineKeyboardButton.WithUrl(" ", "https://no-label.example"),
        InlineKeyboardButton.WithUrl("no address", ""),
        InlineKeyboardButton.WithCopyText("nothing to copy", new CopyTextButton { Text = "" }),
    ];

    public void Dispose() => _bot.Dispose();

    [Theory]
    [MemberData(nameof(BadButtons))]
    public async Task A_bad_button_is_not_sent(InlineKeyboardButton button)
    {
        var keyboard = new InlineKeyboardMarkup(button);
        await RefusesAsync(
            new SendMessageRequest
            {
                ChatId = 1,
                Text = "x",
                ReplyMarkup = keyboard,
            }
        );
        await RefusesAsync(
            new EditMessageTextRequest
            {
                ChatId = 1,
                MessageId = 2,
                Text = "x",
                ReplyMarkup = keyboard,
            }
        );
        await RefusesAsync(new EditInlineMessageTextRequest { InlineMessageId = "i", ReplyMarkup = keyboard });
        await RefusesAsync(
            new EditMessageCaptionRequest
            {
                ChatId = 1,
                MessageId = 2,
                ReplyMarkup = keyboard,
            }
        );
        await RefusesAsync(
            new EditMessageReplyMarkupRequest
            {
                ChatId = 1,
                MessageId = 2,
                ReplyMarkup = keyboard,
            }
        );
        await RefusesAsync(
            new SendDocumentRequest
            {
                ChatId = 1,
                Document = new InputFileId("A"),
                ReplyMarkup = keyboard,
            }
        );
        await RefusesAsync(Answer([Article("1", keyboard)]));
    }

    [Fact]
    public async Task Buttons_of_every_kind_are_sent_with_data_of_64_bytes()
    {
        _bot.Telegram.Succeeds("sendMessage", Wire.Sent);
        InlineKeyboardButton[] buttons =
        [
            InlineKeyboardButton.WithCallbackData("Да", new string('Щ', 32)),
            InlineKeyboardButton.WithUrl("ERP", "https://erp.example/12"),
            InlineKeyboardButton.WithSwitchInlineQuery("s", ""),
            InlineKeyboardButton.WithSwitchInlineQueryCurrentChat("c", ""),
            InlineKeyboardButton.WithSwitchInlineQueryChosenChat("h", new() { Query = "q", AllowGroupChats = true }),
            InlineKeyboardButton.WithCopyText("#", new CopyTextButton { Text = "40702810" }),
        ];
        await _bot.Client.SendRequest(
            new SendMessageRequest
            {
                ChatId = 1,
                Text = "x",
                ReplyMarkup = new InlineKeyboardMarkup(buttons),
            }
        );
        Assert.Contains("\"switch_inline_query_current_chat\":\"\"", _bot.Telegram.Call.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://x.example/y")]
    [InlineData("a.pdf")]
    [InlineData("")]
    public async Task A_file_id_that_Telegram_would_take_for_an_address_is_not_sent(string id)
    {
        var file = new InputFileId(id);
        await RefusesAsync(new SendDocumentRequest { ChatId = 1, Document = file });
        await RefusesAsync(new SendPhotoRequest { ChatId = 1, Photo = file });
        await RefusesAsync(Album(new InputMediaDocument { Media = file }, Document("B")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    public Task An_album_of_a_wrong_size_is_not_sent(int size) =>
        RefusesAsync(Album([.. Enumerable.Repeat(Document("A"), size)]));

    [Fact]
    public Task An_album_of_both_kinds_is_not_sent() =>
        RefusesAsync(Album(Document("A"), new InputMediaPhoto { Media = new InputFileId("B") }));

    [Fact]
    public async Task An_answer_to_an_inline_query_has_few_results_each_with_its_own_short_id()
    {
        await RefusesAsync(Answer([.. Enumerable.Range(0, 51).Select(id => Article($"{id}"))]));
        await RefusesAsync(Answer([Article("1"), Article("1")]));
        await RefusesAsync(Answer([Article("")]));
        await RefusesAsync(Answer([Article(new string('Щ', 33))]));
        await RefusesAsync(Answer([Article("1")], new string('x', 65)));
        _bot.Telegram.Succeeds("answerInlineQuery", "true");
        await _bot.Client.SendRequest(
            Answer([.. Enumerable.Range(0, 50).Select(id => Article($"{id}"))], new string('x', 64))
        );
    }

    [Fact]
    public void A_bad_answer_does_not_travel_in_a_webhook_reply_either() =>
        Assert.Throws<ArgumentException>(() => TelegramJson.WebhookReply(Answer([Article("1"), Article("1")])));

    private static InputMediaDocument Document(string id) => new() { Media = new InputFileId(id) };

    private static SendMediaGroupRequest Album(params IAlbumInputMedia[] items) => new() { ChatId = 1, Media = items };

    private static AnswerInlineQueryRequest Answer(
        IReadOnlyList<InlineQueryResultArticle> results,
        string? next = null
    ) =>
        new()
        {
            InlineQueryId = "7",
            Results = results,
            NextOffset = next,
        };

    private static InlineQueryResultArticle Article(string id, InlineKeyboardMarkup? markup = null) =>
        new(id, "x", new InputTextMessageContent("x")) { ReplyMarkup = markup };

    private async Task RefusesAsync<TResponse>(IRequest<TResponse> request)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _bot.Client.SendRequest(request));
        Assert.Empty(_bot.Telegram.Calls);
    }
}

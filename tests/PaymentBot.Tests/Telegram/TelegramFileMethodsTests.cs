using System.Text;
using PaymentBot.Bot.Telegram;
using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;
using PaymentBot.Testing.Schema;

namespace PaymentBot.Tests.Telegram;

public sealed class TelegramFileMethodsTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_known_file_is_sent_as_json()
    {
        _bot.Telegram.Succeeds("sendDocument", Wire.SentDocument);
        var message = await _bot.Client.SendDocumentAsync(
            new() { ChatId = 1, Document = new InputFile.FileId("BQAC") },
            default
        );
        Assert.Equal(
            """{"chat_id":1,"document":"BQAC","disable_content_type_detection":true}""",
            _bot.Telegram.Call.Json
        );
        Assert.Equal("BQACAgIAAx", message.Document!.FileId);
        Assert.Equal(52428800, message.Document.FileSize);
        Assert.Equal(5, message.MessageThreadId);
        Assert.True(message.IsTopicMessage);
        Assert.Equal("1399", message.MediaGroupId);
    }

    [Fact]
    public async Task An_upload_is_a_form_with_one_part_per_parameter()
    {
        _bot.Telegram.Succeeds("sendDocument", Wire.SentDocument);
        await _bot.Client.SendDocumentAsync(
            new()
            {
                ChatId = -1002147483648,
                Document = Upload("Счёт № 7.pdf", "%PDF"),
                Caption = "<b>Счёт</b>\n№ 7",
                ParseMode = ParseMode.Html,
                ReplyMarkup = new InlineKeyboardMarkup
                {
                    InlineKeyboard =
                    [
                        [InlineKeyboardButton.Callback("Да", "a")],
                    ],
                },
            },
            default
        );
        var form = Form();
        Assert.Equal("-1002147483648", form.Texts["chat_id"]);
        Assert.Equal("<b>Счёт</b>\n№ 7", form.Texts["caption"]);
        Assert.Equal("true", form.Texts["disable_content_type_detection"]);
        Assert.Equal("""{"inline_keyboard":[[{"text":"Да","callback_data":"a"}]]}""", form.Texts["reply_markup"]);
        Assert.False(form.Texts.ContainsKey("document"));
        Assert.Equal("application/pdf", form.Files["document"].ContentType);
        Assert.Equal("%PDF", Encoding.UTF8.GetString(form.Files["document"].Content));
    }

    [Fact]
    public async Task A_cyrillic_file_name_travels_as_raw_utf8()
    {
        _bot.Telegram.Succeeds("sendDocument", Wire.SentDocument);
        await _bot.Client.SendDocumentAsync(new() { ChatId = 1, Document = Upload("Счёт № 7 😀.pdf", "x") }, default);
        var expected = "name=\"document\"; filename=\"Счёт № 7 😀.pdf\"\r\n"u8;
        Assert.True(_bot.Telegram.Call.Body.AsSpan().IndexOf(expected) > 0);
    }

    [Theory]
    [InlineData("a\"b.pdf", "a'b.pdf")]
    [InlineData("a\r\nX-Evil: 1.pdf", "a__X-Evil: 1.pdf")]
    [InlineData("../..\\x\u0000.pdf", ".._.._x_.pdf")]
    [InlineData(" ", "file")]
    public async Task A_hostile_file_name_stays_inside_its_quotes(string given, string sent)
    {
        _bot.Telegram.Succeeds("sendDocument", Wire.SentDocument);
        await _bot.Client.SendDocumentAsync(new() { ChatId = 1, Document = Upload(given, "x") }, default);
        Assert.Equal(sent, Form().Files["document"].FileName);
    }

    [Fact]
    public async Task An_odd_content_type_becomes_a_plain_one()
    {
        _bot.Telegram.Succeeds("sendDocument", Wire.SentDocument);
        var file = new InputFile.Upload(_ => ValueTask.FromResult(Stream.Null), "x.bin", "no\r\ntype");
        await _bot.Client.SendDocumentAsync(new() { ChatId = 1, Document = file }, default);
        Assert.Equal("application/octet-stream", Form().Files["document"].ContentType);
    }

    [Fact]
    public async Task An_album_mixes_uploads_and_known_files()
    {
        _bot.Telegram.Succeeds("sendMediaGroup", $"[{Wire.SentDocument},{Wire.SentDocument},{Wire.SentDocument}]");
        var sent = await _bot.Client.SendMediaGroupAsync(
            Album(Upload("Акт.pdf", "1"), new InputFile.FileId("BQAC"), Upload("Акт.pdf", "3")),
            default
        );
        var form = Form();
        Assert.Equal(
            """
            [{"type":"document","media":"attach://file0","disable_content_type_detection":true},
            {"type":"document","media":"BQAC","disable_content_type_detection":true},
            {"type":"document","media":"attach://file2","disable_content_type_detection":true}]
            """.ReplaceLineEndings(""),
            form.Texts["media"]
        );
        Assert.Equal("3", Encoding.UTF8.GetString(form.Files["file2"].Content));
        Assert.Equal(3, sent.Count);
        Assert.All(sent, message => Assert.Equal("1399", message.MediaGroupId));
    }

    [Fact]
    public async Task An_album_of_known_files_is_sent_as_json()
    {
        _bot.Telegram.Succeeds("sendMediaGroup", $"[{Wire.SentDocument},{Wire.SentDocument}]");
        await _bot.Client.SendMediaGroupAsync(Album(new InputFile.FileId("A"), new InputFile.FileId("B")), default);
        Assert.Equal("application/json", _bot.Telegram.Call.ContentType);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    public async Task An_album_of_a_wrong_size_is_not_sent(int size)
    {
        InputFile[] files = [.. Enumerable.Repeat(new InputFile.FileId("A"), size)];
        await Assert.ThrowsAsync<ArgumentException>(() => _bot.Client.SendMediaGroupAsync(Album(files), default));
        Assert.Empty(_bot.Telegram.Calls);
    }

    [Theory]
    [InlineData("https://x.example/y")]
    [InlineData("a.pdf")]
    [InlineData("")]
    public void A_file_id_with_a_dot_is_refused(string id) =>
        Assert.ThrowsAny<ArgumentException>(() => new InputFile.FileId(id));

    [Fact]
    public async Task A_file_that_cannot_be_opened_stops_the_call_and_closes_the_others()
    {
        var first = new MemoryStream([1]);
        var broken = new InputFile.Upload(_ => throw new FileNotFoundException("no blob"), "b", "a/b");
        var opened = new InputFile.Upload(_ => ValueTask.FromResult<Stream>(first), "a", "a/b");
        await Assert.ThrowsAsync<FileNotFoundException>(() =>
            _bot.Client.SendMediaGroupAsync(Album(opened, broken), default)
        );
        Assert.False(first.CanRead);
        Assert.Empty(_bot.Telegram.Calls);
    }

    [Fact]
    public async Task A_sent_file_is_closed()
    {
        _bot.Telegram.Succeeds("sendDocument", Wire.SentDocument);
        var stream = new MemoryStream([1]);
        var file = new InputFile.Upload(_ => ValueTask.FromResult<Stream>(stream), "a", "a/b");
        await _bot.Client.SendDocumentAsync(new() { ChatId = 1, Document = file }, default);
        Assert.False(stream.CanRead);
    }

    private static InputFile.Upload Upload(string name, string content) =>
        new(
            _ => ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(content))),
            name,
            "application/pdf"
        );

    private static SendMediaGroup Album(params InputFile[] files) =>
        new() { ChatId = 1, Media = [.. files.Select(file => new InputMediaDocument { Media = file })] };

    private BotApiRequest Form() => BotApiRequest.Parse(_bot.Telegram.Call.ContentType, _bot.Telegram.Call.Body);
}

using System.Text;
using PaymentBot.Bot.Telegram;
using PaymentBot.Testing.Schema;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace PaymentBot.Tests.Telegram;

public sealed class TelegramUploadTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData("Счёт № 7 😀.pdf", "Счёт № 7 😀.pdf")]
    [InlineData("a\"b.pdf", "a'b.pdf")]
    [InlineData("a\r\nX-Evil: 1.pdf", "a__X-Evil: 1.pdf")]
    [InlineData("../..\\x\u0000.pdf", ".._.._x_.pdf")]
    [InlineData(" ", "file")]
    public async Task A_file_name_travels_as_raw_utf8_and_stays_inside_its_quotes(string given, string sent)
    {
        _bot.Telegram.Succeeds("sendDocument", Wire.SentDocument);
        await _bot.Client.SendRequest(Send(Upload(given, "%PDF")));
        var file = Assert.Single(Form().Files.Values);
        Assert.Equal((sent, "%PDF"), (file.FileName, Encoding.UTF8.GetString(file.Content)));
        Assert.True(_bot.Telegram.Call.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"; filename=\"{sent}\"\r\n")) > 0);
    }

    [Fact]
    public async Task An_album_mixes_uploads_and_known_files()
    {
        _bot.Telegram.Succeeds("sendMediaGroup", $"[{Wire.SentDocument},{Wire.SentDocument},{Wire.SentDocument}]");
        var sent = await _bot.Client.SendRequest(
            Album(Upload("Акт.pdf", "1"), new InputFileId("BQAC"), Upload("Акт.pdf", "3"))
        );
        Assert.Equal(["1", "3"], Form().Files.Values.Select(file => Encoding.UTF8.GetString(file.Content)));
        Assert.Contains("\"media\":\"BQAC\"", Form().Texts["media"], StringComparison.Ordinal);
        Assert.Equal(["BQACAgIAAx", "BQACAgIAAx", "BQACAgIAAx"], sent.Select(message => message.Document!.FileId));
    }

    [Fact]
    public async Task Known_files_are_sent_as_json()
    {
        _bot.Telegram.Succeeds("sendMediaGroup", $"[{Wire.SentDocument},{Wire.SentDocument}]");
        await _bot.Client.SendRequest(Album(new InputFileId("A"), new InputFileId("B")));
        Assert.StartsWith("application/json", _bot.Telegram.Call.ContentType, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_is_uploaded()
    {
        _bot.Telegram.Succeeds("setWebhook", "true");
        await _bot.Client.SendRequest(
            new SetWebhookRequest
            {
                Url = "https://203.0.113.5:8443/api/telegram/webhook",
                Certificate = Upload("bot.pem", "-----BEGIN CERTIFICATE-----\n"),
            }
        );
        Assert.Equal("bot.pem", Assert.Single(Form().Files.Values).FileName);
    }

    [Fact]
    public async Task A_file_is_closed_whether_it_was_sent_refused_or_not_sent_at_all()
    {
        using var sent = new MemoryStream([1]);
        _bot.Telegram.Succeeds("sendDocument", Wire.SentDocument);
        await _bot.Client.SendRequest(Send(TelegramFiles.Upload(sent, "a")));
        Assert.False(sent.CanRead);

        using var refused = new MemoryStream([1]);
        _bot.Telegram.Answers("sendDocument", 500, "");
        await Assert.ThrowsAsync<TelegramApiException>(() =>
            _bot.Client.SendRequest(Send(TelegramFiles.Upload(refused, "a")))
        );
        Assert.False(refused.CanRead);

        using var kept = new MemoryStream([1]);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            _bot.Client.SendRequest(Album(TelegramFiles.Upload(kept, "a")))
        );
        Assert.False(kept.CanRead);
    }

    [Fact]
    public async Task An_upload_is_never_held_in_memory_as_a_whole()
    {
        var largest = 0;
        _bot.Telegram.Breaks(
            async (request, cancellationToken) =>
            {
                await request.Content!.CopyToAsync(
                    new Watcher(size => largest = Math.Max(largest, size)),
                    cancellationToken
                );
                throw new HttpRequestException("enough");
            }
        );
        await Assert.ThrowsAsync<TelegramApiException>(() =>
            _bot.Client.SendRequest(Send(TelegramFiles.Upload(new Endless(8 * 1024 * 1024), "a")))
        );
        Assert.InRange(largest, 1, 256 * 1024);
    }

    private static InputFileStream Upload(string name, string content) =>
        TelegramFiles.Upload(new MemoryStream(Encoding.UTF8.GetBytes(content)), name);

    private static SendDocumentRequest Send(InputFile file) => new() { ChatId = 1, Document = file };

    private static SendMediaGroupRequest Album(params InputFile[] files) =>
        new() { ChatId = 1, Media = [.. files.Select(file => new InputMediaDocument { Media = file })] };

    private BotApiRequest Form() => BotApiRequest.Parse(_bot.Telegram.Call.ContentType, _bot.Telegram.Call.Body);

    /// <summary>Bytes that are nowhere kept, and a stream that cannot seek.</summary>
    private sealed class Endless(int length) : MemoryStream
    {
        private int _left = length;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = Math.Min(_left, buffer.Length);
            _left -= read;
            return ValueTask.FromResult(read);
        }
    }

    private sealed class Watcher(Action<int> seen) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            seen(buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}

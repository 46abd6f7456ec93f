using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using PaymentBot.Bot.Telegram;
using Telegram.Bot.Requests;

namespace PaymentBot.Tests.Telegram;

public sealed class TelegramFailureTests : IDisposable
{
    private static readonly SendMessageRequest Hello = new() { ChatId = 1, Text = "x" };

    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Too_many_requests_says_how_long_to_wait()
    {
        Refuses(429, "Too Many Requests: retry after 7", ""","parameters":{"retry_after":7}""");
        var failure = await FailureAsync();
        Assert.Equal(TelegramErrorClass.Retry, failure.ErrorClass);
        Assert.Equal(429, failure.ErrorCode);
        Assert.Equal(TimeSpan.FromSeconds(7), failure.RetryAfter);
        Assert.Equal("sendMessage", failure.Method);
        Assert.Equal("Too Many Requests: retry after 7", failure.Description);
    }

    [Fact]
    public async Task Retry_after_is_also_read_from_the_header()
    {
        _bot.Telegram.Breaks(
            async (request, cancellationToken) =>
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
                var page = new HttpResponseMessage(System.Net.HttpStatusCode.TooManyRequests)
                {
                    Content = new StringContent("slow down"),
                };
                page.Headers.RetryAfter = new(TimeSpan.FromSeconds(9));
                return page;
            }
        );
        var failure = await FailureAsync();
        Assert.Equal(
            (TelegramErrorClass.Retry, TimeSpan.FromSeconds(9)),
            (failure.ErrorClass, failure.RetryAfter!.Value)
        );
    }

    [Fact]
    public async Task A_migrated_group_names_its_supergroup()
    {
        Refuses(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            ""","parameters":{"migrate_to_chat_id":-4503599627370496}"""
        );
        var failure = await FailureAsync();
        Assert.Equal(TelegramErrorClass.Migrate, failure.ErrorClass);
        Assert.Equal(-4503599627370496, failure.MigrateToChatId);
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", TelegramErrorClass.Gone, LogLevel.Warning)]
    [InlineData(400, "Bad Request: message to edit not found", TelegramErrorClass.MessageGone, LogLevel.Warning)]
    [InlineData(400, "Bad Request: message is not modified", TelegramErrorClass.NoOp, LogLevel.Debug)]
    [InlineData(400, "Bad Request: not enough rights", TelegramErrorClass.Rights, LogLevel.Warning)]
    [InlineData(500, "Internal Server Error", TelegramErrorClass.Retry, LogLevel.Warning)]
    public async Task A_refusal_has_its_class_and_one_line_in_the_log(
        int code,
        string description,
        TelegramErrorClass expected,
        LogLevel level
    )
    {
        Refuses(code, description);
        Assert.Equal(expected, (await FailureAsync()).ErrorClass);
        Assert.Equal(level, Assert.Single(_bot.Log.Lines).Level);
    }

    [Theory]
    [InlineData(502, "<html><center>nginx</center></html>", TelegramErrorClass.Retry)]
    [InlineData(413, "<html>", TelegramErrorClass.Input)]
    [InlineData(403, "<html>bot was blocked by the user</html>", TelegramErrorClass.Config)]
    [InlineData(302, "", TelegramErrorClass.Config)]
    [InlineData(404, "{}", TelegramErrorClass.Config)]
    [InlineData(200, "<html>Welcome to the hotel</html>", TelegramErrorClass.OutcomeUnknown)]
    [InlineData(200, """{"ok":true}""", TelegramErrorClass.OutcomeUnknown)]
    [InlineData(200, """{"ok":true,"result":{"message_id":"x"}}""", TelegramErrorClass.OutcomeUnknown)]
    public async Task A_foreign_answer_is_judged_by_its_status(int status, string body, TelegramErrorClass expected)
    {
        _bot.Telegram.Answers("sendMessage", status, body, "text/html");
        var failure = await FailureAsync();
        Assert.Equal((expected, status), (failure.ErrorClass, failure.ErrorCode));
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        _bot.Telegram.Answers("sendMessage", 200, new string(' ', 17 * 1024 * 1024));
        Assert.Equal(TelegramErrorClass.OutcomeUnknown, (await FailureAsync()).ErrorClass);
    }

    [Fact]
    public async Task A_time_out_before_the_request_left_can_be_repeated()
    {
        _bot.Telegram.Breaks((_, cancellationToken) => NeverAsync(cancellationToken));
        var failure = await FailureAfterAsync(TimeSpan.FromSeconds(15));
        Assert.Equal((TelegramErrorClass.Retry, 0), (failure.ErrorClass, failure.ErrorCode));
    }

    [Fact]
    public async Task A_time_out_after_the_request_left_has_an_unknown_outcome()
    {
        _bot.Telegram.Breaks(SwallowAsync);
        var failure = await FailureAfterAsync(TimeSpan.FromSeconds(15));
        Assert.Equal((TelegramErrorClass.OutcomeUnknown, 0), (failure.ErrorClass, failure.ErrorCode));
    }

    [Fact]
    public async Task A_call_does_not_time_out_early()
    {
        _bot.Telegram.Breaks(SwallowAsync);
        var call = _bot.Client.SendRequest(Hello, default);
        _bot.Clock.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(call.IsCompleted);
        _bot.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await Assert.ThrowsAsync<TelegramApiException>(() => call);
    }

    [Fact]
    public async Task GetUpdates_waits_ten_seconds_longer_than_Telegram()
    {
        _bot.Telegram.Breaks(SwallowAsync);
        var call = _bot.Client.FetchUpdatesAsync(new GetUpdatesRequest { Timeout = 50 }, default);
        _bot.Clock.Advance(TimeSpan.FromSeconds(59.9));
        Assert.False(call.IsCompleted);
        _bot.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await Assert.ThrowsAsync<TelegramApiException>(() => call);
    }

    [Fact]
    public async Task An_upload_may_take_twenty_times_as_long()
    {
        _bot.Telegram.Breaks(SwallowAsync);
        var file = TelegramFiles.Upload(Stream.Null, "a");
        var call = _bot.Client.SendRequest(new SendDocumentRequest { ChatId = 1, Document = file });
        _bot.Clock.Advance(TimeSpan.FromSeconds(299));
        Assert.False(call.IsCompleted);
        _bot.Clock.Advance(TimeSpan.FromSeconds(2));
        var failure = await Assert.ThrowsAsync<TelegramApiException>(() => call);
        Assert.Equal(TelegramErrorClass.OutcomeUnknown, failure.ErrorClass);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_can_be_repeated()
    {
        _bot.Telegram.Breaks(
            async (request, cancellationToken) =>
            {
                await request.Content!.CopyToAsync(new BrokenPipe(), cancellationToken);
                throw new InvalidOperationException("The pipe did not break.");
            }
        );
        var file = TelegramFiles.Upload(new MemoryStream(new byte[9]), "a");
        var failure = await Assert.ThrowsAsync<TelegramApiException>(() =>
            _bot.Client.SendRequest(new SendDocumentRequest { ChatId = 1, Document = file })
        );
        Assert.Equal(TelegramErrorClass.Retry, failure.ErrorClass);
    }

    [Fact]
    public async Task A_connection_lost_after_the_request_left_has_an_unknown_outcome()
    {
        _bot.Telegram.Breaks(
            async (request, cancellationToken) =>
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
            }
        );
        Assert.Equal(TelegramErrorClass.OutcomeUnknown, (await FailureAsync()).ErrorClass);
    }

    [Fact]
    public async Task No_connection_at_all_can_be_repeated()
    {
        _bot.Telegram.Breaks((_, _) => throw new HttpRequestException("refused", new SocketException(111)));
        Assert.Equal(TelegramErrorClass.Retry, (await FailureAsync()).ErrorClass);
    }

    [Fact]
    public async Task The_callers_cancellation_stays_a_cancellation()
    {
        _bot.Telegram.Breaks(SwallowAsync);
        using var caller = new CancellationTokenSource();
        var call = _bot.Client.SendRequest(Hello, caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private static async Task<HttpResponseMessage> SwallowAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        return await NeverAsync(cancellationToken);
    }

    private static Task<HttpResponseMessage> NeverAsync(CancellationToken cancellationToken) =>
        new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);

    private void Refuses(int code, string description, string parameters = "") =>
        _bot.Telegram.Answers(
            "sendMessage",
            code,
            $$"""{"ok":false,"error_code":{{code}},"description":"{{description}}"{{parameters}}}"""
        );

    private Task<TelegramApiException> FailureAsync() =>
        Assert.ThrowsAsync<TelegramApiException>(() => _bot.Client.SendRequest(Hello, default));

    private Task<TelegramApiException> FailureAfterAsync(TimeSpan time)
    {
        var call = _bot.Client.SendRequest(Hello, default);
        _bot.Clock.Advance(time);
        return Assert.ThrowsAsync<TelegramApiException>(() => call);
    }

    private sealed class BrokenPipe : MemoryStream
    {
        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        ) =>
            Length > 100
                ? ValueTask.FromException(new IOException("Broken pipe"))
                : base.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}

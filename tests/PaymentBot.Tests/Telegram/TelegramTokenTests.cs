using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PaymentBot.Bot.Telegram;
using PaymentBot.Testing;
using Telegram.Bot.Requests;

namespace PaymentBot.Tests.Telegram;

/// <summary>The token is part of every address, so each way out is watched, over real sockets where the platform takes part.</summary>
public sealed class TelegramTokenTests
{
    private static readonly SendMessageRequest Hello = new() { ChatId = 1, Text = "Сумма 100" };

    [Fact]
    public async Task No_activity_carries_the_token()
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                seen.Enqueue($"{activity.Source.Name} {activity.DisplayName} {string.Join(';', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await ServerAsync();
        using var parent = new Activity("parent").Start();
        using var client = Client(server.Urls.First(), new CapturingLogger<TelegramClient>());
        await client.SendRequest(Hello);
        Assert.Contains(seen, line => line.StartsWith("PaymentBot.Telegram sendMessage", StringComparison.Ordinal));
        Assert.DoesNotContain(
            seen,
            line => IsClientOf(line) && line.Contains(TestBot.Secret, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task No_log_line_carries_the_token_or_the_text()
    {
        await using var server = await ServerAsync();
        var log = new CapturingLogger<TelegramClient>();
        using (var client = Client(server.Urls.First(), log))
        {
            await client.SendRequest(Hello);
        }

        await FailAsync(log);
        Assert.Equal([LogLevel.Debug, LogLevel.Warning], log.Lines.Select(line => line.Level));
        Assert.All(log.Lines, line => Assert.DoesNotContain(TestBot.Secret, line.Line, StringComparison.Ordinal));
        Assert.All(log.Lines, line => Assert.DoesNotContain("Сумма", line.Line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_connection_can_be_repeated_and_does_not_print_the_token()
    {
        var failure = await FailAsync(new CapturingLogger<TelegramClient>());
        Assert.Equal(TelegramErrorClass.Retry, failure.ErrorClass);
        Assert.IsType<HttpRequestException>(failure.InnerException);
        Assert.DoesNotContain(TestBot.Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_hangs_up_has_an_unknown_outcome()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var hangUp = HangUpAsync(listener);
        using var client = Client($"http://{listener.LocalEndpoint}", new CapturingLogger<TelegramClient>());
        var failure = await Assert.ThrowsAsync<TelegramApiException>(() => client.SendRequest(Hello));
        await hangUp;
        Assert.Equal(TelegramErrorClass.OutcomeUnknown, failure.ErrorClass);
        Assert.DoesNotContain(TestBot.Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_that_prints_the_address_is_dropped_and_its_text_scrubbed()
    {
        using var bot = new TestBot();
        bot.Telegram.Breaks((request, _) => throw new HttpRequestException($"No route to {request.RequestUri}"));
        var failure = await Assert.ThrowsAsync<TelegramApiException>(() => bot.Client.SendRequest(Hello));
        Assert.Null(failure.InnerException);
        Assert.Contains("No route to https://api.telegram.org/", failure.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(TestBot.Secret, failure + failure.Description, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_description_that_quotes_the_token_or_the_text_is_not_printed()
    {
        using var bot = new TestBot();
        bot.Telegram.Answers(
            "sendMessage",
            400,
            $$"""{"ok":false,"error_code":400,"description":"Bad Request: wrong {{TestBot.Token}} 'Сумма 100'"}"""
        );
        var failure = await Assert.ThrowsAsync<TelegramApiException>(() => bot.Client.SendRequest(Hello));
        Assert.DoesNotContain(TestBot.Secret, failure + failure.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("Сумма", failure.ToString(), StringComparison.Ordinal);
        Assert.All(bot.Log.Lines, line => Assert.DoesNotContain("Сумма", line.Line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_does_not_take_the_token_along()
    {
        await using var server = await ServerAsync(302);
        using var client = Client(server.Urls.First(), new CapturingLogger<TelegramClient>());
        var failure = await Assert.ThrowsAsync<TelegramApiException>(() => client.SendRequest(Hello));
        Assert.Equal((302, TelegramErrorClass.Config), (failure.ErrorCode, failure.ErrorClass));
    }

    // The server of this test is ours too; its activities are not the client's.
    private static bool IsClientOf(string line) => !line.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    private static TelegramClient Client(string address, ILogger<TelegramClient> log) =>
        new(new() { BotToken = TestBot.Token, ApiBaseUrl = new(address) }, TimeProvider.System, log);

    private static async Task<WebApplication> ServerAsync(int status = 200)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost(
            $"/bot{TestBot.Token}/sendMessage",
            (HttpResponse response) =>
            {
                response.Headers.Location = "/elsewhere";
                var body = status == 200 ? $$"""{"ok":true,"result":{{Wire.Sent}}}""" : "moved";
                return Results.Text(body, "application/json", statusCode: status);
            }
        );
        await app.StartAsync(CancellationToken.None);
        return app;
    }

    private static async Task<TelegramApiException> FailAsync(ILogger<TelegramClient> log)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}";
        listener.Stop();
        using var client = Client(address, log);
        return await Assert.ThrowsAsync<TelegramApiException>(() => client.SendRequest(Hello));
    }

    private static async Task HangUpAsync(TcpListener listener)
    {
        using var connection = await listener.AcceptTcpClientAsync(CancellationToken.None);
        var buffer = new byte[4096];
        var text = "";
        while (!text.Contains("100\"}", StringComparison.Ordinal))
        {
            var read = await connection.GetStream().ReadAsync(buffer, CancellationToken.None);
            text += System.Text.Encoding.UTF8.GetString(buffer, 0, read);
        }
    }
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.Tests.Sandbox;

/// <summary>The bot's end of the webhook: keeps what came and answers as the test says.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _server = LoopbackServer.Create(0);
    private readonly SemaphoreSlim _arrived = new(0);

    public ConcurrentQueue<(JsonObject Update, string? Secret)> Updates { get; } = new();

    /// <summary>Answers an update; 200 unless set.</summary>
    public Func<HttpContext, JsonObject, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public string Url { get; private set; } = string.Empty;

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        receiver._server.Run(receiver.ReceiveAsync);
        receiver.Url = (await LoopbackServer.StartAsync(receiver._server, default)).ToString();
        return receiver;
    }

    /// <summary>Waits for one more update than the last time.</summary>
    public async Task NextAsync() => Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(10)), "No update came.");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        var update = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!;
        Updates.Enqueue((update, context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"]));
        _arrived.Release();
        await Answer(context, update);
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Tests.Sandbox;

/// <summary>The smallest bot: takes every notification, answers every tap with its data.</summary>
internal sealed class PoliteBot : IBotUnderTest
{
    private WebApplication? _server;

    public List<(long TelegramUserId, string ErpId)> Links { get; } = [];

    public List<string> Stores { get; } = [];

    /// <summary>The bodies that came to /api/erp/people.</summary>
    public List<JsonNode> People { get; } = [];

    public async Task StartAsync(BotSettings settings, CancellationToken cancellationToken)
    {
        Stores.Add(settings.SqlitePath);
        Links.Clear();
        _server = LoopbackServer.Create(new Uri(settings.Url).Port);
        _server.Run(AnswerAsync);
        await LoopbackServer.StartAsync(_server, cancellationToken);
        settings.Telegram.SetWebhook(new WebhookSettings(settings.WebhookUrl, BotSettings.WebhookSecret));
    }

    public Task LinkAsync(long telegramUserId, string erpId, string? languageCode, CancellationToken cancellationToken)
    {
        Links.Add((telegramUserId, erpId));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<long, string>?> LinkedAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, string>?>(
            Links.ToDictionary(link => link.TelegramUserId, link => link.ErpId)
        );

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            _server = null;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body);
        if (context.Request.Path == "/api/erp/people")
        {
            People.Add(body!);
        }

        context.Response.ContentType = "application/json";
        if (body?["callback_query"] is not { } query)
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            await context.Response.WriteAsync("{}");
            return;
        }

        var answer = new JsonObject
        {
            ["method"] = "answerCallbackQuery",
            ["callback_query_id"] = (string)query["id"]!,
            ["text"] = (string)query["data"]!,
        };
        await context.Response.WriteAsync(answer.ToJsonString());
    }
}

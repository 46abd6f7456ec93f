using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PaymentBot.Benchmarks.Processes;

namespace PaymentBot.Benchmarks.StandIns;

/// <summary>The yardstick: a minimal API that answers a tap with two Bot API calls and stores nothing.</summary>
internal static class BareBot
{
    /// <summary>Runs until it is killed.</summary>
    /// <param name="url">Where to listen.</param>
    /// <param name="apiRoot">The Bot API.</param>
    public static async Task RunAsync(string url, string apiRoot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        using var client = new HttpClient { BaseAddress = new Uri($"{apiRoot}/bot{BotWorld.BotToken}/") };
        app.MapPost(BotWorld.WebhookPath, (HttpContext context) => HandleAsync(context, client));
        await app.RunAsync();
    }

    private static async Task HandleAsync(HttpContext context, HttpClient client)
    {
        var secret = context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString();
        if (!string.Equals(secret, BotWorld.WebhookSecret, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var update = await JsonDocument.ParseAsync(context.Request.Body);
        if (!update.RootElement.TryGetProperty("callback_query", out var query))
        {
            return;
        }

        var message = query.GetProperty("message");
        var chatId = message.GetProperty("chat").GetProperty("id").GetInt64();
        var messageId = message.GetProperty("message_id").GetInt64();
        await PostAsync(
            client,
            "answerCallbackQuery",
            $$"""{"callback_query_id":"{{query.GetProperty("id").GetString()}}","text":"Принято"}"""
        );
        await PostAsync(
            client,
            "editMessageReplyMarkup",
            string.Create(CultureInfo.InvariantCulture, $$"""{"chat_id":{{chatId}},"message_id":{{messageId}}}""")
        );
    }

    private static async Task PostAsync(HttpClient client, string method, string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(method, content);
        await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}

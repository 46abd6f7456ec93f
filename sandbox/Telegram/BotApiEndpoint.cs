using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>The HTTP face: <c>/bot&lt;token&gt;/&lt;method&gt;</c>, and an envelope around every answer.</summary>
internal sealed class BotApiEndpoint(BotApi api, TelegramStandInOptions options)
{
    /// <summary>Raised after every call with what came and what it was answered.</summary>
    public event Action<RecordedCall>? Called;

    public async Task HandleAsync(HttpContext context)
    {
        var request = new BotApiRequest(string.Empty, [], BotApiRequest.NoFiles);
        JsonNode? result = null;
        BotApiException? error = null;
        try
        {
            var method = Method(context.Request.Path.Value ?? string.Empty);
            request = await BotApiRequestReader.ReadAsync(context, method);
            result = await api.CallAsync(request, context.RequestAborted);
        }
        catch (BotApiException refusal)
        {
            error = refusal;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        Record(request, MediaType(context), error);
        await WriteAsync(context, result, error);
    }

    /// <summary>Runs a call that came in the body of a webhook's answer; its result and its errors stay unseen.</summary>
    public async Task ExecuteAsync(JsonObject body)
    {
        var method = body["method"].AsText();
        if (method is null || IsIgnored(method))
        {
            return;
        }

        body.Remove("method");
        var request = new BotApiRequest(method, body, BotApiRequest.NoFiles);
        BotApiException? error = null;
        try
        {
            await api.CallAsync(request, CancellationToken.None);
        }
        catch (BotApiException refusal)
        {
            error = refusal;
        }

        Record(request, "webhook", error);
    }

    private static bool IsIgnored(string method) =>
        method.StartsWith("get", StringComparison.OrdinalIgnoreCase)
        || method.EndsWith("Webhook", StringComparison.OrdinalIgnoreCase)
        || method is "close" or "logOut";

    private static string? MediaType(HttpContext context) =>
        context.Request.ContentType?.Split(';', 2)[0].Trim().ToLowerInvariant();

    private string Method(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var bot, var method] || !bot.StartsWith("bot", StringComparison.Ordinal))
        {
            throw new BotApiException(404, "Not Found");
        }

        return string.Equals(bot["bot".Length..], options.BotToken, StringComparison.Ordinal)
            ? method
            : throw new BotApiException(401, "Unauthorized");
    }

    private void Record(BotApiRequest request, string? contentType, BotApiException? error) =>
        Called?.Invoke(
            new RecordedCall(
                request.Method,
                contentType,
                request.Parameters,
                request.Files,
                error?.Code ?? 200,
                error?.Message
            )
        );

    private static async Task WriteAsync(HttpContext context, JsonNode? result, BotApiException? error)
    {
        var response = context.Response;
        response.ContentType = "application/json";
        var envelope = error is null ? new JsonObject { ["ok"] = true, ["result"] = result } : Envelope(error);
        if (error is not null)
        {
            response.StatusCode = error.Code;
            if (error.RetryAfter is { } seconds)
            {
                response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        await using (var writer = new Utf8JsonWriter(response.BodyWriter))
        {
            envelope.WriteTo(writer);
        }

        await response.CompleteAsync();
    }

    private static JsonObject Envelope(BotApiException error)
    {
        var envelope = new JsonObject
        {
            ["ok"] = false,
            ["error_code"] = error.Code,
            ["description"] = error.Message,
        };
        if (error.RetryAfter is { } seconds)
        {
            envelope["parameters"] = new JsonObject { ["retry_after"] = seconds };
        }

        if (error.MigrateToChatId is { } chatId)
        {
            envelope["parameters"] = new JsonObject { ["migrate_to_chat_id"] = chatId };
        }

        return envelope;
    }
}

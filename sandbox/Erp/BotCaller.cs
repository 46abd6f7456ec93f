using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>Signed calls from the ERP to the bot.</summary>
internal sealed class BotCaller(ErpStandInOptions options, TimeProvider clock) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The bot's address.</summary>
    public Uri? BotUrl { get; set; } = options.BotUrl;

    /// <summary>Sent as <c>x-functions-key</c>, or null.</summary>
    public string? FunctionKey { get; set; } = options.FunctionKey;

    public void Dispose() => _http.Dispose();

    public Task<BotAnswer> NotifyAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Post,
            "/api/erp/notify",
            message.WebhookId,
            "application/json",
            message.Body,
            cancellationToken
        );

    /// <param name="id">The same on every attempt.</param>
    public Task<BotAnswer> PeopleAsync(string id, byte[] body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, "/api/erp/people", id, "application/json", body, cancellationToken);

    public Task<BotAnswer> PutAsync(string requestId, ErpFile file, CancellationToken cancellationToken)
    {
        var path = $"/api/erp/requests/{Uri.EscapeDataString(requestId)}/attachments/{Uri.EscapeDataString(file.Id)}";
        var id = $"msg_{Guid.NewGuid():N}";
        return SendAsync(HttpMethod.Put, path, id, "application/octet-stream", file.Content, cancellationToken);
    }

    /// <summary>Asks for decisions; the bot lets the call wait.</summary>
    /// <param name="after">The cursor, or null for all that are not acknowledged.</param>
    public Task<BotAnswer> DecisionsAsync(string? after, CancellationToken cancellationToken)
    {
        var cursor = after is null ? string.Empty : $"&after={Uri.EscapeDataString(after)}";
        var path = $"/api/erp/decisions?wait=25{cursor}";
        return SendAsync(HttpMethod.Get, path, $"msg_{Guid.NewGuid():N}", string.Empty, [], cancellationToken);
    }

    /// <summary>Tells what became of decisions.</summary>
    public Task<BotAnswer> AckAsync(JsonArray acks, CancellationToken cancellationToken)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["acks"] = acks }.ToJsonString());
        var id = $"msg_{Guid.NewGuid():N}";
        return SendAsync(HttpMethod.Post, "/api/erp/decisions/ack", id, "application/json", body, cancellationToken);
    }

    private async Task<BotAnswer> SendAsync(
        HttpMethod method,
        string path,
        string id,
        string contentType,
        byte[] body,
        CancellationToken cancellationToken
    )
    {
        if (BotUrl is null)
        {
            return new BotAnswer(0, null, null);
        }

        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(method, new Uri(BotUrl, path));
        if (method != HttpMethod.Get)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        }

        AddHeaders(request.Headers, id, timestamp, body);
        using var timeout = new CancellationTokenSource(options.CallTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return new BotAnswer(
                (int)response.StatusCode,
                Parse(await response.Content.ReadAsByteArrayAsync(either.Token)),
                response.Headers.RetryAfter?.Delta
            );
        }
        catch (HttpRequestException)
        {
            return new BotAnswer(0, null, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new BotAnswer(0, null, null);
        }
    }

    private void AddHeaders(HttpRequestHeaders headers, string id, string timestamp, byte[] body)
    {
        headers.Add("webhook-id", id);
        headers.Add("webhook-timestamp", timestamp);
        headers.TryAddWithoutValidation(
            "webhook-signature",
            WebhookSignature.Sign(options.InboundKey, id, timestamp, body)
        );
        if (FunctionKey is { } key)
        {
            headers.Add("x-functions-key", key);
        }
    }

    private static JsonObject? Parse(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

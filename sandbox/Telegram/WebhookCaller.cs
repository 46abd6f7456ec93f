using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>Posts one update to the bot.</summary>
internal sealed class WebhookCaller(TelegramStandInOptions options, TimeProvider clock) : IDisposable
{
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public void Dispose() => _http.Dispose();

    /// <exception cref="OperationCanceledException">The webhook was changed or removed meanwhile.</exception>
    public async Task<WebhookAttempt> CallAsync(
        WebhookSettings webhook,
        PendingUpdate update,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(options.WebhookTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new ByteArrayContent(update.Body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        if (webhook.SecretToken is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", webhook.SecretToken);
        }

        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (HttpRequestException)
        {
            return new WebhookAttempt("Connection failed");
        }
        catch (IOException)
        {
            return new WebhookAttempt("Connection closed");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAttempt("Read timeout expired");
        }
    }

    private static async Task<WebhookAttempt> ReadAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        if (!response.IsSuccessStatusCode)
        {
            return new WebhookAttempt(
                $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}",
                response.Headers.RetryAfter?.Delta
            );
        }

        if (response.Content.Headers.ContentType?.MediaType is not "application/json")
        {
            return new WebhookAttempt(null);
        }

        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return new WebhookAttempt(
                null,
                Reply: await JsonNode.ParseAsync(body, cancellationToken: cancellationToken) as JsonObject
            );
        }
        catch (JsonException)
        {
            return new WebhookAttempt(null);
        }
    }
}

using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>Posts one update to the bot.</summary>
internal sealed class WebhookCaller(TelegramStandInOptions options, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }

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
            var http = _clients.GetOrAdd(webhook.Certificate ?? string.Empty, MakeClient);
            using var response = await http.SendAsync(request, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (HttpRequestException untrusted)
            when (untrusted.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            return new WebhookAttempt("SSL error {error:0A000086:SSL routines::certificate verify failed}");
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

    /// <param name="certificate">What the server has to show, in PEM; empty for what everybody trusts.</param>
    private static HttpClient MakeClient(string certificate)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
        };
        if (certificate.Length > 0)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, errors) =>
                (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
                && shown is X509Certificate2 server
                && IsIssuedBy(server, certificate);
        }

        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static bool IsIssuedBy(X509Certificate2 server, string certificate)
    {
        using var trusted = X509Certificate2.CreateFromPem(certificate);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(trusted);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(server);
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

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram.Methods;

/// <summary>setWebhook, deleteWebhook, getWebhookInfo, getUpdates.</summary>
internal sealed class UpdateMethods(
    UpdateQueues queues,
    WebhookDelivery delivery,
    TelegramWorld world,
    TelegramStandInOptions options,
    TimeProvider clock
)
{
    private DateTimeOffset _lastSetWebhook = DateTimeOffset.MinValue;
    private int _pollers;

    public JsonNode SetWebhook(BotApiRequest request)
    {
        if (options.LimitSetWebhook && world.Now - _lastSetWebhook < TimeSpan.FromSeconds(1))
        {
            throw BotApiException.TooManyRequests(1);
        }

        var url = request.Text("url");
        var webhook = string.IsNullOrEmpty(url) ? null : Read(request, url);
        Allow(request);
        if (request.Flag("drop_pending_updates"))
        {
            queues.Clear();
        }

        _lastSetWebhook = world.Now;
        delivery.Use(webhook);
        return JsonValue.Create(true);
    }

    public JsonNode DeleteWebhook(BotApiRequest request)
    {
        if (request.Flag("drop_pending_updates"))
        {
            queues.Clear();
        }

        delivery.Use(null);
        return JsonValue.Create(true);
    }

    public JsonNode GetWebhookInfo(BotApiRequest request)
    {
        _ = request;
        var webhook = delivery.Current;
        var info = new JsonObject
        {
            ["url"] = webhook?.Url ?? string.Empty,
            ["has_custom_certificate"] = webhook?.Certificate is not null,
            ["pending_update_count"] = queues.PendingCount,
        };
        if (delivery.LastError is { } error)
        {
            info["last_error_date"] = error.At.ToUnixTimeSeconds();
            info["last_error_message"] = error.Message;
        }

        if (webhook is not null)
        {
            info["max_connections"] = webhook.MaxConnections;
            info["ip_address"] = "127.0.0.1";
        }

        if (queues.AllowedUpdates is { Count: > 0 } allowed)
        {
            info["allowed_updates"] = new JsonArray([.. allowed.Select(kind => (JsonNode)kind)]);
        }

        return info;
    }

    public async Task<JsonNode> GetUpdatesAsync(BotApiRequest request, CancellationToken cancellationToken)
    {
        DemandNoWebhook();
        if (Interlocked.Exchange(ref _pollers, 1) == 1)
        {
            throw Conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
        }

        try
        {
            return await PollAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Exchange(ref _pollers, 0);
        }
    }

    private async Task<JsonNode> PollAsync(BotApiRequest request, CancellationToken cancellationToken)
    {
        Allow(request);
        var limit = (int)Math.Clamp(request.Integer("limit") ?? 100, 1, 100);
        var offset = request.Integer("offset") ?? 0;
        var seconds = Math.Clamp(request.Integer("timeout") ?? 0, 0, 50);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(string queue) => arrived.TrySetResult();
        queues.Queued += Arrive;
        try
        {
            var updates = queues.Fetch(offset, limit);
            if (updates.Count == 0 && seconds > 0)
            {
                await Task.WhenAny(arrived.Task, Task.Delay(TimeSpan.FromSeconds(seconds), clock, cancellationToken));
                DemandNoWebhook();
                updates = queues.Fetch(offset, limit);
            }

            return new JsonArray([.. updates.Select(update => update.ToJson())]);
        }
        finally
        {
            queues.Queued -= Arrive;
        }
    }

    private WebhookSettings Read(BotApiRequest request, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            throw BotApiException.BadRequest("bad webhook: invalid webhook URL specified");
        }

        if (options.RequireHttpsWebhook && !string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        {
            throw BotApiException.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }

        return new WebhookSettings(
            url,
            Secret(request),
            (int)Math.Clamp(request.Integer("max_connections") ?? 40, 1, 100)
        )
        {
            Certificate = request.File("certificate") is { } file ? Certificate(file) : null,
        };
    }

    private static string Certificate(BotApiFile file)
    {
        var pem = System.Text.Encoding.ASCII.GetString(file.Content);
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            return certificate.ExportCertificatePem();
        }
        catch (CryptographicException)
        {
            throw BotApiException.BadRequest("bad webhook: can't read the certificate");
        }
    }

    private static string? Secret(BotApiRequest request)
    {
        var secret = request.Text("secret_token");
        if (string.IsNullOrEmpty(secret))
        {
            return null;
        }

        var allowed = secret.Length <= 256 && secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
        return allowed ? secret : throw BotApiException.BadRequest("secret token contains unallowed characters");
    }

    private void Allow(BotApiRequest request)
    {
        // Omitted means: the list of the last call stays.
        if (request.Json("allowed_updates") is JsonArray kinds)
        {
            queues.AllowedUpdates = [.. kinds.Select(kind => kind.AsText()).OfType<string>()];
        }
    }

    private void DemandNoWebhook()
    {
        if (delivery.Current is not null)
        {
            throw Conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            );
        }
    }

    private static BotApiException Conflict(string reason) => new(409, $"Conflict: {reason}");
}

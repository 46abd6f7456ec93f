using System.Net;
using System.Text.Json;
using Telegram.Bot.Exceptions;

namespace PaymentBot.Bot.Telegram;

/// <summary>
/// One request and its answer, below the package: puts the token into the address, notices whether the request has left, and turns whatever goes wrong into the
/// <see cref="TelegramApiException"/> that says what to do. The whole answer is read in here, so that each failure on the way is judged in here.
/// </summary>
internal sealed class TelegramExchange(TelegramClientOptions options, HttpMessageHandler? handler)
    : DelegatingHandler(handler ?? CreateHandler(options.Proxy))
{
    private const int MaxResponseBytes = 16 * 1024 * 1024;

    // The package would drop the path of an address that has one.
    private readonly string _prefix = $"{options.ApiBaseUrl.AbsoluteUri.TrimEnd('/')}/bot{options.BotToken}/";
    private readonly TokenScrubber _scrubber = new(options.BotToken);

    /// <summary>An answer that is none of the Bot API, such as a proxy's page or a captive portal: the status tells what to do.</summary>
    public static TelegramApiException Foreign(string method, int status, TimeSpan? retryAfter = null) =>
        new(method, TelegramErrors.ClassifyForeignAnswer(status), "Not an answer of the Bot API.")
        {
            ErrorCode = status,
            RetryAfter = retryAfter,
        };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var method = request.RequestUri!.Segments[^1];
        request.RequestUri = new Uri(_prefix + method);
        var body = await WatchedBody.OfAsync(request.Content, cancellationToken);
        request.Content = body;
        var response = await ExchangeAsync(method, request, body, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return response;
        }

        using (response)
        {
            throw Refusal(method, response, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
    }

    /// <summary>The network, so that nothing on the way sees or repeats the address, which holds the token.</summary>
    private static SocketsHttpHandler CreateHandler(TelegramProxy? proxy) =>
        new()
        {
            Proxy = proxy?.ToWebProxy(), // null: what the environment says
            ActivityHeadersPropagator = null, // no System.Net.Http activity, whose tags hold the whole address
            AllowAutoRedirect = false, // a redirect would carry the token elsewhere
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10), // follows DNS
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(50), // before the server hangs up mid-request
            MaxConnectionsPerServer = 100,
        };

    private async Task<HttpResponseMessage> ExchangeAsync(
        string method,
        HttpRequestMessage request,
        WatchedBody body,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(MaxResponseBytes, cancellationToken);
            return response;
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            var timedOut = exception is OperationCanceledException ? "Timed out: " : "";
            throw new TelegramApiException(
                method,
                body.MayHaveArrived ? TelegramErrorClass.OutcomeUnknown : TelegramErrorClass.Retry,
                _scrubber.Scrub(timedOut + exception.Message),
                _scrubber.Scrub(exception)
            );
        }
    }

    private TelegramApiException Refusal(string method, HttpResponseMessage response, byte[] answer)
    {
        var header = response.Headers.RetryAfter?.Delta;
        if (Parse(answer) is not { Ok: false, ErrorCode: > 0 and var code } refusal)
        {
            return Foreign(method, (int)response.StatusCode, header);
        }

        var description = _scrubber.Scrub(refusal.Description ?? "");
        return new(method, TelegramErrors.Classify(code, description), description)
        {
            ErrorCode = code,
            RetryAfter = refusal.Parameters?.RetryAfter is { } seconds
                ? TimeSpan.FromSeconds(Math.Max(0, seconds))
                : header,
            MigrateToChatId = refusal.Parameters?.MigrateToChatId,
        };
    }

    private static ApiResponse? Parse(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, TelegramJson.TypeInfo<ApiResponse>());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps the bot token out of everything that leaves the client.</summary>
    private sealed class TokenScrubber(string token)
    {
        // Libraries escape the colon differently; the part behind it is the secret.
        private readonly string _secret = token[(token.IndexOf(':', StringComparison.Ordinal) + 1)..];

        public string Scrub(string text) => text.Replace(_secret, "***", StringComparison.OrdinalIgnoreCase);

        /// <summary>The exception itself, or null when any part of it would print the token.</summary>
        public Exception? Scrub(Exception exception) =>
            exception.ToString().Contains(_secret, StringComparison.OrdinalIgnoreCase) ? null : exception;
    }

    /// <summary>
    /// A body that remembers whether Telegram may have received it as a whole. It is written only once a connection stands, so a failure before that moment can be
    /// repeated safely; a failure after it has an unknown outcome.
    /// </summary>
    private sealed class WatchedBody : HttpContent
    {
        private readonly HttpContent _inner;

        private WatchedBody(HttpContent inner)
        {
            _inner = inner;
            Headers.ContentType = inner.Headers.ContentType;
        }

        /// <summary>Telegram may have acted on the request.</summary>
        public bool MayHaveArrived { get; private set; }

        /// <summary>JSON is written out at once, so that its length goes ahead of it; a form stays a stream.</summary>
        public static async ValueTask<WatchedBody> OfAsync(HttpContent? content, CancellationToken cancellationToken)
        {
            var inner = content ?? new ByteArrayContent([]);
            if (inner is not MultipartContent && inner.Headers.ContentLength is null)
            {
                await inner.LoadIntoBufferAsync(cancellationToken);
            }

            return new WatchedBody(inner);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(
            Stream stream,
            TransportContext? context,
            CancellationToken cancellationToken
        )
        {
            // Cut off within a file, a form is of no use to Telegram: only its last byte makes the outcome unknown.
            MayHaveArrived = _inner is not MultipartContent;
            await _inner.CopyToAsync(stream, context, cancellationToken);
            MayHaveArrived = true;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _inner.Headers.ContentLength ?? 0;
            return _inner.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

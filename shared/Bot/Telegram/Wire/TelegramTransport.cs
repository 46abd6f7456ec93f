using System.Diagnostics;

namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>Carries one call: address, time-out, trace, log, and every failure as a <see cref="TelegramApiException"/>.</summary>
internal sealed partial class TelegramTransport : IDisposable
{
    private const int MaxResponseBytes = 16 * 1024 * 1024;

    private static readonly ActivitySource Source = new("PaymentBot.Telegram");

    private readonly HttpClient _http;
    private readonly string _prefix;
    private readonly TokenScrubber _scrubber;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    public TelegramTransport(
        TelegramClientOptions options,
        TimeProvider timeProvider,
        ILogger logger,
        HttpMessageHandler handler
    )
    {
        _http = new HttpClient(handler)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxResponseBytes,
        };
        _prefix = $"{options.ApiBaseUrl.AbsoluteUri.TrimEnd('/')}/bot{options.BotToken}/";
        _scrubber = new TokenScrubber(options.BotToken);
        _timeProvider = timeProvider;
        _logger = logger;
    }

    /// <summary>The network, so that nothing on the way sees or repeats the address, which holds the token.</summary>
    public static SocketsHttpHandler CreateHandler(TelegramProxy? proxy) =>
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

    public async Task<TResult> SendAsync<TRequest, TResult>(
        ApiMethod<TRequest, TResult> method,
        RequestBody body,
        TimeSpan timeout,
        CancellationToken cancellationToken
    )
    {
        using var activity = Source.StartActivity(method.Name, ActivityKind.Client);
        var started = _timeProvider.GetTimestamp();
        try
        {
            var result = await ExchangeAsync(method, body, timeout, cancellationToken);
            Log.Done(_logger, method.Name, ElapsedMs(started));
            return result;
        }
        catch (TelegramApiException failure)
        {
            activity?.SetTag("error.type", failure.ErrorClass.ToString());
            activity?.SetTag("telegram.error_code", failure.ErrorCode);
            activity?.SetStatus(ActivityStatusCode.Error, failure.Reason);
            LogFailure(failure, ElapsedMs(started));
            throw;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<TResult> ExchangeAsync<TRequest, TResult>(
        ApiMethod<TRequest, TResult> method,
        RequestBody body,
        TimeSpan timeout,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _prefix + method.Name) { Content = body };
        using var deadline = new CancellationTokenSource(timeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(either.Token);
            return AnswerReader.Read(method, response, answer, _scrubber);
        }
        catch (Exception exception) when (IsFailureOnTheWay(exception, cancellationToken))
        {
            var timedOut = exception is OperationCanceledException ? "Timed out: " : "";
            throw new TelegramApiException(
                method.Name,
                body.MayHaveArrived ? TelegramErrorClass.OutcomeUnknown : TelegramErrorClass.Retry,
                _scrubber.Scrub(timedOut + exception.Message),
                _scrubber.Scrub(exception)
            );
        }
    }

    private static bool IsFailureOnTheWay(Exception exception, CancellationToken cancellationToken) =>
        exception switch
        {
            OperationCanceledException => !cancellationToken.IsCancellationRequested,
            HttpRequestException or IOException => true,
            _ => false,
        };

    private double ElapsedMs(long started) => _timeProvider.GetElapsedTime(started).TotalMilliseconds;

    private void LogFailure(TelegramApiException failure, double elapsedMs)
    {
        if (failure.ErrorClass is TelegramErrorClass.NoOp)
        {
            Log.NothingToDo(_logger, failure.Method, elapsedMs);
            return;
        }

        Log.Failed(
            _logger,
            failure.Method,
            failure.ErrorClass,
            failure.ErrorCode,
            failure.Reason,
            failure.RetryAfter?.TotalSeconds,
            elapsedMs
        );
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "{Method} done in {ElapsedMs} ms")]
        public static partial void Done(ILogger logger, string method, double elapsedMs);

        [LoggerMessage(LogLevel.Debug, "{Method} had nothing to do, {ElapsedMs} ms")]
        public static partial void NothingToDo(ILogger logger, string method, double elapsedMs);

        [LoggerMessage(
            LogLevel.Warning,
            "{Method} failed: {ErrorClass} {ErrorCode} {Reason}, retry after {RetryAfter} s, {ElapsedMs} ms"
        )]
        public static partial void Failed(
            ILogger logger,
            string method,
            TelegramErrorClass errorClass,
            int errorCode,
            string reason,
            double? retryAfter,
            double elapsedMs
        );
    }
}

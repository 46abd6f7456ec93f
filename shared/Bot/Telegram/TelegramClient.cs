using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Telegram;

/// <summary>
/// The client of the Telegram.Bot package under this bot's promises; its requests and extension methods are used as they are. Safe for concurrent use. Every
/// call throws <see cref="TelegramApiException"/> when Telegram refuses or cannot be reached, <see cref="ArgumentException"/> before sending for
/// what Telegram would misread, and <see cref="OperationCanceledException"/> when the caller cancels; then the outcome is unknown. Nothing is repeated here,
/// and nothing waits for a limit to pass.
/// </summary>
/// <remarks>Source: https://core.telegram.org/bots/api. Why it stands on the package: docs/adr/0026.</remarks>
public sealed partial class TelegramClient : TelegramBotClient, IDisposable
{
    private const int UploadFactor = 20;

    private static readonly TimeSpan PollingMargin = TimeSpan.FromSeconds(10);
    private static readonly ActivitySource Source = new("PaymentBot.Telegram");

    private readonly HttpClient _http;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    /// <summary>Makes a client; nothing is connected before the first call.</summary>
    /// <param name="options">Which bot, and how to reach Telegram.</param>
    /// <param name="timeProvider">Measures time-outs.</param>
    /// <param name="logger">Gets method, outcome and duration of each call; never the token, an address or a payload.</param>
    /// <param name="handler">Carries the requests instead of the network; the client disposes it.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message names the keys.</exception>
    public TelegramClient(
        TelegramClientOptions options,
        TimeProvider timeProvider,
        ILogger<TelegramClient> logger,
        HttpMessageHandler? handler = null
    )
        : this(Valid(options), new HttpClient(new TelegramExchange(options, handler)), timeProvider, logger) { }

    private TelegramClient(TelegramClientOptions options, HttpClient http, TimeProvider timeProvider, ILogger logger)
        : base(LibraryOptions(options), http, CancellationToken.None)
    {
        http.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        _ = TelegramJson.Options;
        _http = http;
        _timeout = options.Timeout;
        _timeProvider = timeProvider;
        _logger = logger;
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    /// <summary>Makes one call.</summary>
    /// <param name="request">The method and its parameters. The streams of uploads are closed once the call has ended, however it ends.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What Telegram answered; only members that <see cref="TelegramJson"/> lists are read.</returns>
    /// <exception cref="TelegramApiException">Telegram refused, or there was no answer.</exception>
    /// <exception cref="ArgumentException">Telegram would misread the request; nothing was sent.</exception>
    public override async Task<TResponse> SendRequest<TResponse>(
        IRequest<TResponse> request,
        CancellationToken cancellationToken = default
    )
    {
        InputFileStream[] uploads = [.. RequestCheck.FilesOf(request).OfType<InputFileStream>()];
        try
        {
            RequestCheck.Check(request);
            return await ObserveAsync(request, uploads.Length > 0, cancellationToken);
        }
        finally
        {
            foreach (var upload in uploads)
            {
                await upload.Content.DisposeAsync();
            }
        }
    }

    private async Task<TResponse> ObserveAsync<TResponse>(
        IRequest<TResponse> request,
        bool uploads,
        CancellationToken cancellationToken
    )
    {
        using var activity = Source.StartActivity(request.MethodName, ActivityKind.Client);
        var started = _timeProvider.GetTimestamp();
        try
        {
            var result = await ExchangeAsync(request, TimeoutOf(request, uploads), cancellationToken);
            Log.Done(_logger, request.MethodName, ElapsedMs(started));
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

    /// <summary>Makes the call that answers an update, where it cannot travel in the answer to a webhook call.</summary>
    /// <param name="reply">The call.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when Telegram has taken it.</returns>
    /// <exception cref="TelegramApiException">Telegram refused, or there was no answer.</exception>
    public Task ReplyAsync(IRequest reply, CancellationToken cancellationToken) =>
        reply switch
        {
            IRequest<bool> answer => SendRequest(answer, cancellationToken),
            IRequest<Message> message => SendRequest(message, cancellationToken),
            _ => throw new ArgumentException($"{reply.MethodName} answers no update.", nameof(reply)),
        };

    private static TelegramClientOptions Valid(TelegramClientOptions options)
    {
        var faults = options.Validate();
        return faults.Count == 0 ? options : throw new ArgumentException(string.Join(' ', faults), nameof(options));
    }

    /// <summary>The package never learns the secret, so nothing of it can repeat the secret: it enters the address below, at the last moment.</summary>
    private static TelegramBotClientOptions LibraryOptions(TelegramClientOptions options) =>
        new($"{options.BotToken.Split(':')[0]}:-") { RetryThreshold = 0, RetryCount = 1 };

    private TimeSpan TimeoutOf(IRequest request, bool uploads) =>
        request switch
        {
            UpdateBatchRequest { Seconds: var seconds } => TimeSpan.FromSeconds(seconds) + PollingMargin,
            _ when uploads => _timeout * UploadFactor,
            _ => _timeout,
        };

    private async Task<TResponse> ExchangeAsync<TResponse>(
        IRequest<TResponse> request,
        TimeSpan timeout,
        CancellationToken cancellationToken
    )
    {
        using var deadline = new CancellationTokenSource(timeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await base.SendRequest(request, either.Token);
        }
        catch (RequestException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (RequestException exception) when (exception.HttpStatusCode is { } status)
        {
            throw TelegramExchange.Foreign(request.MethodName, (int)status);
        }
        catch (RequestException exception) when (exception.InnerException is { } failure)
        {
            // What the exchange below has thrown, which says more.
            ExceptionDispatchInfo.Throw(failure);
            throw;
        }
    }

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

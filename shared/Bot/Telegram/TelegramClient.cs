using PaymentBot.Bot.Telegram.Types;
using PaymentBot.Bot.Telegram.Wire;

namespace PaymentBot.Bot.Telegram;

/// <summary>
/// The Bot API, one extension method for each of its methods. Safe for concurrent use. Every method throws <see cref="TelegramApiException"/> when Telegram refuses or cannot
/// be reached, <see cref="ArgumentException"/> before sending for what Telegram would misread, and <see cref="OperationCanceledException"/> when the
/// caller cancels; then the outcome is unknown. Nothing is repeated here.
/// </summary>
/// <remarks>Source: https://core.telegram.org/bots/api.</remarks>
public sealed class TelegramClient : IDisposable
{
    private const int UploadFactor = 20;

    private readonly TelegramTransport _transport;
    private readonly TimeSpan _timeout;

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
    {
        var faults = options.Validate();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }

        _timeout = options.Timeout;
        _transport = new(options, timeProvider, logger, handler ?? TelegramTransport.CreateHandler(options.Proxy));
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _transport.Dispose();

    internal Task<TResult> SendAsync<TRequest, TResult>(
        ApiMethod<TRequest, TResult> method,
        TRequest request,
        CancellationToken cancellationToken
    ) => SendAsync(method, request, _timeout, cancellationToken);

    internal Task<TResult> SendAsync<TRequest, TResult>(
        ApiMethod<TRequest, TResult> method,
        TRequest request,
        TimeSpan timeout,
        CancellationToken cancellationToken
    ) => _transport.SendAsync(method, JsonBody.Of(request, method.Request), timeout, cancellationToken);

    internal async Task<TResult> UploadAsync<TRequest, TResult>(
        ApiMethod<TRequest, TResult> method,
        TRequest request,
        IReadOnlyDictionary<string, InputFile.Upload> uploads,
        CancellationToken cancellationToken
    )
    {
        var json = JsonBody.Serialize(request, method.Request);
        var body = await MultipartBody.OpenAsync(json, uploads, cancellationToken);
        return await _transport.SendAsync(method, body, _timeout * UploadFactor, cancellationToken);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Bot.Updates;
using PaymentBot.Erp;
using PaymentBot.Functions.Hosting;
using PaymentBot.Functions.Http;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>
/// <c>POST /api/telegram/webhook</c>: one update. Answers 2xx only when all that follows from the update is in durable storage; the answer to a tap, and
/// what is said about signing in, travels in the response itself.
/// </summary>
/// <param name="settings">The webhook secret.</param>
/// <param name="dispatcher">Works on updates.</param>
/// <param name="traffic">Counts the calls being answered.</param>
/// <param name="logger">The log.</param>
internal sealed partial class TelegramWebhookFunction(
    BotSettings settings,
    UpdateDispatcher dispatcher,
    TapTraffic traffic,
    ILogger<TelegramWebhookFunction> logger
)
{
    private const int MaxBody = 1024 * 1024;
    private const int RetrySeconds = 1;

    private readonly byte[]? _secret = settings.Telegram.WebhookSecret is { Length: > 0 } secret
        ? SHA256.HashData(Encoding.UTF8.GetBytes(secret))
        : null;

    /// <summary>Answers one call.</summary>
    /// <param name="context">The call.</param>
    public async Task RunAsync(HttpContext context)
    {
        if (!IsTelegram(context.Request.Headers))
        {
            Log.WrongSecret(logger);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var body = await BoundedBody.ReadAsync(
            context.Request.Body,
            context.Request.ContentLength,
            MaxBody,
            context.RequestAborted
        );
        if (body is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (Parse(body) is not { } update)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        traffic.Enter();
        try
        {
            await AnswerAsync(context, update);
        }
        finally
        {
            traffic.Leave();
        }
    }

    /// <summary>Compares hashes of equal length, so that neither content nor length of the secret shows in the time it takes.</summary>
    private bool IsTelegram(IHeaderDictionary headers)
    {
        var given = headers["X-Telegram-Bot-Api-Secret-Token"].ToString();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(given), hash);
        return _secret is not null && CryptographicOperations.FixedTimeEquals(hash, _secret);
    }

    private Update? Parse(byte[] body)
    {
        try
        {
            return TelegramJson.ParseUpdate(body);
        }
        catch (JsonException)
        {
            Log.NotAnUpdate(logger, body.Length);
            return null;
        }
    }

    private async Task AnswerAsync(HttpContext context, Update update)
    {
        try
        {
            // What was begun is finished even when the caller hangs up: the update would only come again.
            var answer = await dispatcher.DispatchAsync(update, CancellationToken.None);
            if (answer is not null)
            {
                var reply = TelegramJson.WebhookReply(answer);
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = reply.Length;
                await context.Response.Body.WriteAsync(reply, context.RequestAborted);
            }
        }
        catch (StorageException exception)
        {
            Log.StorageFailed(logger, update.Id, exception.ErrorCode);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Webhook call refused: the secret token is missing or wrong.")]
        public static partial void WrongSecret(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "Webhook call refused: {Length} bytes that are no update.")]
        public static partial void NotAnUpdate(ILogger logger, int length);

        [LoggerMessage(3, LogLevel.Error, "Update {UpdateId} put back: the storage answered {ErrorCode}.")]
        public static partial void StorageFailed(ILogger logger, long updateId, string errorCode);
    }
}

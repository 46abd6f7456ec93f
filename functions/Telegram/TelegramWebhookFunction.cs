using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Bot.Updates;
using PaymentBot.Erp;
using PaymentBot.Functions.Http;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Functions.Telegram;

/// <summary>
/// <c>POST /api/telegram/webhook</c>: one update. Answers 2xx only when all that follows from the update is in durable storage; the answer to a tap, and
/// what is said about signing in, travels in the response itself.
/// </summary>
/// <param name="settings">The webhook secret.</param>
/// <param name="dispatcher">Works on updates.</param>
/// <param name="traffic">Counts the calls being answered.</param>
/// <param name="logger">The log.</param>
public sealed partial class TelegramWebhookFunction(
    BotSettings settings,
    UpdateDispatcher dispatcher,
    TapTraffic traffic,
    ILogger<TelegramWebhookFunction> logger
)
{
    private const int MaxBody = 1024 * 1024;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    [Function("TelegramWebhook")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.TelegramWebhook)] HttpRequest request
    )
    {
        if (!IsTelegram(request.Headers))
        {
            Log.WrongSecret(logger);
            return new HttpAnswer(StatusCodes.Status401Unauthorized);
        }

        var body = await BoundedBody.ReadAsync(
            request.Body,
            request.ContentLength,
            MaxBody,
            request.HttpContext.RequestAborted
        );
        if (body is null)
        {
            return new HttpAnswer(StatusCodes.Status413PayloadTooLarge);
        }

        if (Parse(body) is not { } update)
        {
            return new HttpAnswer(StatusCodes.Status400BadRequest);
        }

        traffic.Enter();
        try
        {
            return await AnswerAsync(update);
        }
        finally
        {
            traffic.Leave();
        }
    }

    /// <summary>Hashes are compared, so that the time it takes tells neither the length nor the beginning of the secret.</summary>
    private bool IsTelegram(IHeaderDictionary headers)
    {
        var secret = settings.Telegram.WebhookSecret;
        var given = headers["X-Telegram-Bot-Api-Secret-Token"].ToString();
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> seen = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(secret ?? string.Empty), expected);
        SHA256.HashData(Encoding.UTF8.GetBytes(given), seen);
        return !string.IsNullOrEmpty(secret) && CryptographicOperations.FixedTimeEquals(seen, expected);
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

    private async Task<IResult> AnswerAsync(Update update)
    {
        try
        {
            // What was begun is finished even when the caller hangs up: the update would only come again.
            var answer = await dispatcher.DispatchAsync(update, CancellationToken.None);
            return answer is null
                ? new HttpAnswer(StatusCodes.Status200OK)
                : new HttpAnswer(StatusCodes.Status200OK)
                {
                    ContentType = "application/json",
                    Body = TelegramJson.WebhookReply(answer),
                };
        }
        catch (StorageException exception)
        {
            Log.StorageFailed(logger, update.Id, exception.ErrorCode);
            return new HttpAnswer(StatusCodes.Status503ServiceUnavailable) { RetryAfter = Rest };
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

using System.Text.Json;

namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>Turns an HTTP answer into a result, or into the exception that says what to do.</summary>
internal static class AnswerReader
{
    public static TResult Read<TRequest, TResult>(
        ApiMethod<TRequest, TResult> method,
        HttpResponseMessage response,
        byte[] answer,
        TokenScrubber scrubber
    ) =>
        Parse(method, answer) switch
        {
            { Ok: true, Result: { } result } => result,
            { Ok: false, ErrorCode: { } code } envelope => throw Refused(
                method.Name,
                code,
                scrubber.Scrub(envelope.Description ?? ""),
                envelope.Parameters?.MigrateToChatId,
                RetryAfter(envelope.Parameters?.RetryAfter, response)
            ),
            _ => throw Foreign(method.Name, response),
        };

    private static ApiResponse<TResult>? Parse<TRequest, TResult>(ApiMethod<TRequest, TResult> method, byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, method.Response);
        }
        catch (JsonException)
        {
            // A proxy's page or a captive portal: the status tells what to do.
            return null;
        }
    }

    private static TelegramApiException Refused(
        string method,
        int code,
        string description,
        long? migrateToChatId,
        TimeSpan? retryAfter
    ) =>
        new(method, TelegramErrors.Classify(code, description), description)
        {
            ErrorCode = code,
            RetryAfter = retryAfter,
            MigrateToChatId = migrateToChatId,
        };

    private static TelegramApiException Foreign(string method, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return new(method, TelegramErrors.ClassifyForeignAnswer(status), "Not an answer of the Bot API.")
        {
            ErrorCode = status,
            RetryAfter = RetryAfter(null, response),
        };
    }

    private static TimeSpan? RetryAfter(int? seconds, HttpResponseMessage response) =>
        seconds is { } known ? TimeSpan.FromSeconds(Math.Max(0, known)) : response.Headers.RetryAfter?.Delta;
}

namespace PaymentBot.Sandbox.Telegram;

/// <summary>A call that Telegram refuses. The description is what the bot reads, word for word.</summary>
internal sealed class BotApiException(int code, string description) : Exception(description)
{
    public int Code { get; } = code;

    /// <summary>Seconds, for 429.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The supergroup a group became.</summary>
    public long? MigrateToChatId { get; init; }

    public static BotApiException BadRequest(string reason) => new(400, $"Bad Request: {reason}");

    public static BotApiException Forbidden(string reason) => new(403, $"Forbidden: {reason}");

    public static BotApiException TooManyRequests(int retryAfter) =>
        new(429, $"Too Many Requests: retry after {retryAfter}") { RetryAfter = retryAfter };
}

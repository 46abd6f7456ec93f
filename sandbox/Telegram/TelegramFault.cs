namespace PaymentBot.Sandbox.Telegram;

/// <summary>Makes the next calls of the bot fail.</summary>
/// <param name="Status">The HTTP status and <c>error_code</c>, for example 429 or 500.</param>
/// <param name="RetryAfter">Seconds, sent with 429 in the body and in the header.</param>
/// <param name="Times">How many calls fail.</param>
/// <param name="Method">Only calls of this method, or null for any.</param>
/// <param name="AfterExecution">The call takes effect and only its answer is lost: the outcome is unknown to the bot.</param>
internal sealed record TelegramFault(
    int Status,
    int? RetryAfter = null,
    int Times = 1,
    string? Method = null,
    bool AfterExecution = false
)
{
    /// <summary>What Telegram says; null for the usual words of the status.</summary>
    public string? Description { get; init; }
}

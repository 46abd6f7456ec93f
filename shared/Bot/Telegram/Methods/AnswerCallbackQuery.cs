namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Ends the spinner on a tapped button and may show a toast or an alert.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#answercallbackquery.</remarks>
public sealed record AnswerCallbackQuery
{
    /// <summary>From <see cref="Types.CallbackQuery"/>; dies about 15 seconds after the tap.</summary>
    public required string CallbackQueryId { get; init; }

    /// <summary>Up to 200 characters; null shows nothing.</summary>
    public string? Text { get; init; }

    /// <summary>An alert to close by hand instead of a toast.</summary>
    public bool? ShowAlert { get; init; }

    /// <summary>Opens <c>t.me/bot?start=...</c>.</summary>
    public string? Url { get; init; }

    /// <summary>Seconds for which the client may repeat the answer on its own; null and 0 mean not at all.</summary>
    public int? CacheTime { get; init; }
}

using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Telegram;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>From the class of an error and the number of attempts to what happens next. Pure.</summary>
public static class DeliveryRule
{
    /// <summary>Attempts after which a job is given up; with the delays below about a day.</summary>
    public const int MaxAttempts = 300;

    private const int MaxUnknowns = 4;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    /// <summary>How long to wait before a card that was perhaps sent is sent again: each time four times as long.</summary>
    /// <param name="grace">The first wait.</param>
    /// <param name="unknowns">How many sendings had no known outcome before this one, 0 or more.</param>
    /// <returns>The wait, or null when the card is not sent again.</returns>
    public static TimeSpan? AfterUnknown(TimeSpan grace, int unknowns) =>
        unknowns < MaxUnknowns ? grace * Math.Pow(4, unknowns) : null;

    /// <summary>Decides.</summary>
    /// <param name="errorClass">What kind of error Telegram answered, or none at all.</param>
    /// <param name="retryAfter">How long Telegram asked to wait, or null.</param>
    /// <param name="migrateTo">The chat's new id, or null.</param>
    /// <param name="attempt">How often the job failed before, 0 at first.</param>
    /// <param name="repeatable">Whether doing it twice shows the same as doing it once, as with an edit.</param>
    public static DeliveryVerdict Decide(
        TelegramErrorClass errorClass,
        TimeSpan? retryAfter,
        long? migrateTo,
        int attempt,
        bool repeatable
    ) =>
        errorClass switch
        {
            TelegramErrorClass.NoOp or TelegramErrorClass.Expired => new DeliveryVerdict.Done(),
            TelegramErrorClass.Gone => new DeliveryVerdict.Unreachable(),
            TelegramErrorClass.MessageGone => new DeliveryVerdict.SendAnew(),
            TelegramErrorClass.Migrate when migrateTo is { } chatId => new DeliveryVerdict.Moved(chatId),
            TelegramErrorClass.OutcomeUnknown when !repeatable => new DeliveryVerdict.Unknown(),
            TelegramErrorClass.Input or TelegramErrorClass.Rights => new DeliveryVerdict.GiveUp(),
            _ when attempt >= MaxAttempts => new DeliveryVerdict.GiveUp(),
            _ => new DeliveryVerdict.PutBack(retryAfter is { } wait ? wait + Margin : DelayAfter(attempt)),
        };

    /// <summary>1, 2, 4, 8 ... seconds, at most five minutes.</summary>
    /// <param name="attempt">How often it failed before, 0 at first.</param>
    public static TimeSpan DelayAfter(int attempt) => Backoff.After(TimeSpan.FromSeconds(1), 2, attempt, LongestDelay);
}

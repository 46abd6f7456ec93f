using PaymentBot.Bot.Jobs;

namespace PaymentBot.Bot.Deciding;

/// <summary>When a decision that the ERP did not take is offered again. Pure.</summary>
public static class SubmissionSchedule
{
    /// <summary>How long a decision is offered before it counts as failed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>After this long without an answer everybody's card says that the decision is on its way.</summary>
    public static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>1, 2, 4, 8 ... seconds, at most ten minutes; longer when the ERP asks for it.</summary>
    /// <param name="attempt">How often it was offered without an outcome, 1 at first.</param>
    /// <param name="retryAfter">What the ERP asked for, or null.</param>
    public static TimeSpan DelayAfter(int attempt, TimeSpan? retryAfter)
    {
        var delay = Backoff.After(TimeSpan.FromSeconds(1), 2, attempt - 1, Longest);
        return retryAfter > delay ? retryAfter.Value : delay;
    }
}

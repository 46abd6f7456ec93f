using PaymentBot.Approvals;

namespace PaymentBot.Cards.Inbox;

/// <summary>From when a stage could decide and how long it took, as far as the snapshot tells. What it does not tell stays unsaid. Pure.</summary>
public static class StageTimes
{
    /// <summary>When each stage's turn began: with the document for the first, with the decision of the one before for any other.</summary>
    /// <param name="request">The latest snapshot.</param>
    /// <returns>One entry for each stage; null where the turn has not come or nobody can tell when it did.</returns>
    public static IReadOnlyList<DateTimeOffset?> Begins(PaymentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var begins = new DateTimeOffset?[request.Route.Count];
        DateTimeOffset? begin = request.Date;
        for (var i = 0; i < begins.Length; i++)
        {
            var stage = request.Route[i];
            begins[i] = stage.State == StageState.Waiting ? null : begin;
            begin = stage.State switch
            {
                StageState.Skipped => begin,
                StageState.Approved => stage.DecidedAt,
                _ => null,
            };
        }

        return begins;
    }

    /// <summary>How long a stage took, or has been taking.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="begin">When its turn began, or null.</param>
    /// <param name="status">Where the request stands.</param>
    /// <param name="now">Now.</param>
    /// <returns>The time, or null when nobody can tell, or the times contradict each other.</returns>
    public static TimeSpan? Spent(Stage stage, DateTimeOffset? begin, RequestStatus status, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(stage);
        var end = stage.State switch
        {
            StageState.Approved or StageState.Rejected => stage.DecidedAt,
            StageState.Current when status == RequestStatus.Pending => now,
            _ => null,
        };
        return end - begin is { } spent && spent >= TimeSpan.Zero ? spent : null;
    }

    /// <summary>How long the approval took from the document to its end, or has been taking.</summary>
    /// <param name="request">The latest snapshot.</param>
    /// <param name="now">Now.</param>
    /// <returns>The time, or null when nobody can tell.</returns>
    public static TimeSpan? Altogether(PaymentRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        var end = request.Status switch
        {
            RequestStatus.Pending => now,
            RequestStatus.Withdrawn => null,
            _ => request.Route.LastOrDefault(IsDecided)?.DecidedAt,
        };
        return end - request.Date is { } spent && spent >= TimeSpan.Zero ? spent : null;
    }

    private static bool IsDecided(Stage stage) => stage.State is StageState.Approved or StageState.Rejected;
}

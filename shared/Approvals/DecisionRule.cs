namespace PaymentBot.Approvals;

/// <summary>Who may decide now: the one place where a tap is judged. Pure.</summary>
public static class DecisionRule
{
    /// <summary>Judges a decision on the revision the approver saw.</summary>
    /// <param name="progress">How far the request has come.</param>
    /// <param name="seenRevision">The revision the pressed button was made for.</param>
    /// <param name="person">Who pressed it, proven by the link.</param>
    /// <param name="kind">Yes or no. Saying no is never barred by the rule of four eyes.</param>
    /// <returns>The current stage when the decision may be claimed, or why not.</returns>
    public static DecisionVerdict Judge(StageProgress progress, long seenRevision, ErpId person, DecisionKind kind)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (progress.Standing(person) is { } standing)
        {
            return new DecisionVerdict.AlreadyDecided(standing);
        }

        if (progress.Stage is not { } stage)
        {
            return new DecisionVerdict.Closed(progress.Request.Status);
        }

        if (!progress.StillHolds(seenRevision))
        {
            return new DecisionVerdict.Changed();
        }

        if (!progress.Request.IsTurnOf(person))
        {
            return new DecisionVerdict.NotYourTurn();
        }

        if (progress.HasDecided(person))
        {
            return new DecisionVerdict.AlreadyAgreed();
        }

        return kind == DecisionKind.Approve && progress.BarOf(person) is { } bar
            ? new DecisionVerdict.Barred(bar)
            : new DecisionVerdict.Allowed(stage);
    }
}

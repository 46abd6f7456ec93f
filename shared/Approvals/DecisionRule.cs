namespace PaymentBot.Approvals;

/// <summary>Who may decide now: the one place where a tap is judged. Pure.</summary>
public static class DecisionRule
{
    /// <summary>Judges a decision on the revision the approver saw.</summary>
    /// <param name="request">The latest snapshot.</param>
    /// <param name="seenRevision">The revision the pressed button was made for.</param>
    /// <param name="person">Who pressed it, proven by the link.</param>
    /// <param name="decisions">The decisions known for the request.</param>
    /// <returns>The current stage when the decision may be claimed, or why not.</returns>
    public static DecisionVerdict Judge(
        PaymentRequest request,
        long seenRevision,
        ErpId person,
        IEnumerable<Decision> decisions
    )
    {
        if (Standing(request, person, decisions) is { } standing)
        {
            return new DecisionVerdict.AlreadyDecided(standing);
        }

        if (request.CurrentStage is not { } stage)
        {
            return new DecisionVerdict.Closed(request.Status);
        }

        if (seenRevision != request.Revision)
        {
            return new DecisionVerdict.Changed();
        }

        return request.IsTurnOf(person) ? new DecisionVerdict.Allowed(stage) : new DecisionVerdict.NotYourTurn();
    }

    /// <summary>The decision that stands in the way of another one on the current stage, or null.</summary>
    /// <param name="request">The latest snapshot.</param>
    /// <param name="person">Who wants to decide.</param>
    /// <param name="decisions">The decisions known for the request.</param>
    public static Decision? Standing(PaymentRequest request, ErpId person, IEnumerable<Decision> decisions)
    {
        if (request.CurrentStage is not { } stage)
        {
            return null;
        }

        return decisions.FirstOrDefault(decision =>
            decision.Stage == stage.Number
            && (
                decision.InFlight
                || (decision.State == DecisionState.Confirmed && decision.Revision == request.Revision)
            )
            && (stage.Rule.FirstDecides || decision.Approver.ErpId == person)
        );
    }
}

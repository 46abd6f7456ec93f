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

/// <summary>What the rules say to a tap. A closed set.</summary>
public abstract record DecisionVerdict
{
    private DecisionVerdict() { }

    /// <summary>The decision may be claimed for <paramref name="Stage"/>.</summary>
    /// <param name="Stage">The current stage.</param>
    public sealed record Allowed(Stage Stage) : DecisionVerdict;

    /// <summary>Somebody, perhaps the tapper, has decided and the ERP's last word is awaited or in.</summary>
    /// <param name="Decision">The decision that stands.</param>
    public sealed record AlreadyDecided(Decision Decision) : DecisionVerdict;

    /// <summary>The ERP has told that the tapper has agreed on the current stage already; no decision of the bot's says so.</summary>
    public sealed record AlreadyAgreed : DecisionVerdict;

    /// <summary>The tapper may not approve, though it is their turn; they may reject.</summary>
    /// <param name="Bar">Why not.</param>
    public sealed record Barred(FourEyesBar Bar) : DecisionVerdict;

    /// <summary>The document is not what the button was made for.</summary>
    public sealed record Changed : DecisionVerdict;

    /// <summary>The tapper is no approver of the current stage.</summary>
    public sealed record NotYourTurn : DecisionVerdict;

    /// <summary>The request waits for nobody.</summary>
    /// <param name="Status">Where it stands.</param>
    public sealed record Closed(RequestStatus Status) : DecisionVerdict;
}

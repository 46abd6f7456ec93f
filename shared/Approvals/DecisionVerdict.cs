namespace PaymentBot.Approvals;

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

namespace PaymentBot.Bot.Requests;

/// <summary>What became of a claim. A closed set.</summary>
public abstract record ClaimOutcome
{
    private ClaimOutcome() { }

    /// <summary>The decision is stored and is the one that counts.</summary>
    /// <param name="Decision">As it was stored.</param>
    public sealed record Claimed(StoredDecision Decision) : ClaimOutcome;

    /// <summary>Another decision, or the same person's first tap, was faster.</summary>
    /// <param name="Decision">The one that counts.</param>
    public sealed record AlreadyDecided(StoredDecision Decision) : ClaimOutcome;
}

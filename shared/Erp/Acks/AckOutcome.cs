using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Acks;

/// <summary>What reading a call with acknowledgements came to: exactly one of the nested records.</summary>
public abstract record AckOutcome
{
    private AckOutcome() { }

    /// <summary>All of it is good.</summary>
    /// <param name="Acks">At most <see cref="AckReader.MaxAcks"/>, as they came.</param>
    public sealed record Accepted(IReadOnlyList<DecisionAck> Acks) : AckOutcome;

    /// <summary>Something is wrong with it; none of it may be taken.</summary>
    /// <param name="Problem">What is wrong, where, and what to do.</param>
    public sealed record Refused(Problem Problem) : AckOutcome;
}

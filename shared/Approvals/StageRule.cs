namespace PaymentBot.Approvals;

/// <summary>How many of a stage's approvers have to agree.</summary>
/// <param name="Required">1 for <c>any</c>, 0 for <c>all</c>, n for <c>{"atLeast": n}</c>.</param>
public readonly record struct StageRule(int Required)
{
    /// <summary>One approver is enough.</summary>
    public static StageRule Any => new(1);

    /// <summary>Every approver has to agree.</summary>
    public static StageRule All => new(0);

    /// <summary>Whether the first decision settles the stage, so that only one may be claimed.</summary>
    public bool FirstDecides => Required == 1;

    /// <summary>At least <paramref name="count"/> approvers have to agree.</summary>
    /// <param name="count">1 or more.</param>
    public static StageRule AtLeast(int count) => new(count);
}

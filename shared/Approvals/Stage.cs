namespace PaymentBot.Approvals;

/// <summary>One step of the approval route.</summary>
public sealed record Stage
{
    /// <summary>The position in the route, 1 or more, growing.</summary>
    public required int Number { get; init; }

    /// <summary>The role as the ERP names it, such as <c>budgetHolder</c>, <c>financialManager</c> or <c>treasurer</c>; free text.</summary>
    public required string Role { get; init; }

    /// <summary>How many approvers have to agree.</summary>
    public StageRule Rule { get; init; } = StageRule.Any;

    /// <summary>Where the stage stands.</summary>
    public required StageState State { get; init; }

    /// <summary>When a decision is expected, or null.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Who may decide; at least one while the stage is current.</summary>
    public IReadOnlyList<Person> Approvers { get; init; } = [];

    /// <summary>Who has agreed so far, as the ERP tells it; null when the ERP does not tell, which is not the same as nobody.</summary>
    public IReadOnlyList<Person>? Agreed { get; init; }

    /// <summary>Who decided, or null while nobody has.</summary>
    public Person? DecidedBy { get; init; }

    /// <summary>When it was decided, or null.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What the decider wrote, or null.</summary>
    public string? Comment { get; init; }
}

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

/// <summary>Where one stage of the route stands, as the ERP says.</summary>
public enum StageState
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>It is this stage's turn; its approvers may decide.</summary>
    Current,

    /// <summary>Decided in favour.</summary>
    Approved,

    /// <summary>Decided against.</summary>
    Rejected,

    /// <summary>Passed over by the ERP.</summary>
    Skipped,
}

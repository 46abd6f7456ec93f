namespace PaymentBot.Approvals;

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

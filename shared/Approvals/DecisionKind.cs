namespace PaymentBot.Approvals;

/// <summary>What an approver said.</summary>
public enum DecisionKind
{
    /// <summary>Pay it.</summary>
    Approve,

    /// <summary>Do not pay it; a reason goes along.</summary>
    Reject,
}

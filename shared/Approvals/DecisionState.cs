namespace PaymentBot.Approvals;

/// <summary>How far a decision has come on its way into the ERP. Only <see cref="Confirmed"/> means that it counts.</summary>
public enum DecisionState
{
    /// <summary>Claimed by the approver's tap and stored; the ERP has not been asked yet.</summary>
    Decided,

    /// <summary>Handed to the ERP at least once; no answer that settles it yet.</summary>
    Sent,

    /// <summary>The ERP applied it.</summary>
    Confirmed,

    /// <summary>The ERP refused it and said why; the stage is open again.</summary>
    Refused,

    /// <summary>It could not be handed over: the ERP answered with a permanent fault, or 24 hours passed.</summary>
    Failed,
}

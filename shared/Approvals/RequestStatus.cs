namespace PaymentBot.Approvals;

/// <summary>Where the whole request stands, as the ERP says.</summary>
public enum RequestStatus
{
    /// <summary>Decisions are still to be made.</summary>
    Pending,

    /// <summary>Every stage agreed.</summary>
    Approved,

    /// <summary>Somebody said no.</summary>
    Rejected,

    /// <summary>The initiator took it back.</summary>
    Withdrawn,

    /// <summary>The money has gone.</summary>
    Paid,
}

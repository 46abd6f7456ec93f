namespace PaymentBot.Cards;

/// <summary>What a button of a card does. The values are part of the signed button data: never renumber.</summary>
public enum CardAction
{
    /// <summary>Approve the request.</summary>
    Approve = 1,

    /// <summary>Ask for the reason of a rejection.</summary>
    Reject = 2,

    /// <summary>Reject: papers are missing.</summary>
    RejectDocuments = 3,

    /// <summary>Reject: amount or bank details are wrong.</summary>
    RejectDetails = 4,

    /// <summary>Reject: not in the budget.</summary>
    RejectBudget = 5,

    /// <summary>Reject: not now.</summary>
    RejectTiming = 6,

    /// <summary>Ask the bot to wait for a reason in the reader's own words.</summary>
    WriteReason = 7,

    /// <summary>Leave the rejection and go back to Approve and Reject.</summary>
    CancelReject = 8,

    /// <summary>Send the files of the request to this chat.</summary>
    Files = 9,

    /// <summary>Ask the bot to wait for a comment and approve with it.</summary>
    ApproveWithComment = 10,

    /// <summary>Approve an amount that has to be confirmed.</summary>
    ConfirmApprove = 11,

    /// <summary>Leave the comment or the confirmation and go back to Approve and Reject.</summary>
    CancelApprove = 12,

    /// <summary>Tell the way of the request: who decided when, and how long each stage took.</summary>
    Timeline = 20,
}

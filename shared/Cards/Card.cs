namespace PaymentBot.Cards;

/// <summary>What one chat should show of one request: a pure function of snapshot and recipient.</summary>
/// <param name="Html">Text in Telegram's HTML (https://core.telegram.org/bots/api#html-style), within the asked limit of code points after parsing.</param>
/// <param name="Keyboard">Rows of buttons, empty for none.</param>
public sealed record Card(string Html, IReadOnlyList<IReadOnlyList<CardButton>> Keyboard);

/// <summary>A button: exactly one of <paramref name="Action"/> and <paramref name="Url"/> is set.</summary>
/// <param name="Text">The label, plain text.</param>
/// <param name="Action">What a tap asks the bot to do, or null.</param>
/// <param name="Url">The address a tap opens, or null.</param>
public sealed record CardButton(string Text, CardAction? Action = null, string? Url = null);

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

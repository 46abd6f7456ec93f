namespace PaymentBot.Cards;

/// <summary>Which question a private card is asking its reader.</summary>
public enum CardDialogue
{
    /// <summary>None: Approve and Reject.</summary>
    None,

    /// <summary>Which reason to reject for.</summary>
    ChoosingReason,

    /// <summary>The bot waits for the reason as text.</summary>
    WritingReason,

    /// <summary>The bot waits for the comment of an approval as text.</summary>
    WritingComment,

    /// <summary>Whether so large an amount is really approved.</summary>
    Confirming,
}

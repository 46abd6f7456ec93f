namespace PaymentBot.Bot.Requests;

/// <summary>What the bot has asked somebody about a request. The texts are stored: never rename.</summary>
public enum DialogueKind
{
    /// <summary>Which of the quick reasons to reject for.</summary>
    ChoosingReason,

    /// <summary>The reason of a rejection, as text.</summary>
    WritingReason,

    /// <summary>The comment of an approval, as text.</summary>
    WritingComment,

    /// <summary>Whether so large an amount is really approved.</summary>
    Confirming,
}

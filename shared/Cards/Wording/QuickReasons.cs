namespace PaymentBot.Cards.Wording;

/// <summary>The reasons that need no typing. What the button says is what the ERP gets.</summary>
internal static class QuickReasons
{
    /// <summary>The text of one of the four.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="action"/> is none of them.</exception>
    public static string Text(CardAction action, ICardWords words) =>
        action
            is CardAction.RejectDocuments
                or CardAction.RejectDetails
                or CardAction.RejectBudget
                or CardAction.RejectTiming
            ? words.Button(action, files: 0)
            : throw new ArgumentOutOfRangeException(nameof(action), action, "Not a quick reason.");
}

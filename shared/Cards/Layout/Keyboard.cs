namespace PaymentBot.Cards.Layout;

/// <summary>The buttons that are possible now.</summary>
internal static class Keyboard
{
    private static readonly CardAction[][] s_decide =
    [
        [CardAction.Approve, CardAction.Reject],
    ];

    private static readonly CardAction[][] s_reasons =
    [
        [CardAction.RejectDocuments],
        [CardAction.RejectDetails],
        [CardAction.RejectBudget, CardAction.RejectTiming],
        [CardAction.WriteReason],
        [CardAction.CancelReject],
    ];

    private static readonly CardAction[][] s_writing =
    [
        [CardAction.CancelReject],
    ];

    /// <summary>Rows of buttons for this reader.</summary>
    public static IReadOnlyList<IReadOnlyList<CardButton>> For(CardContext context, CardState state)
    {
        if (context.Audience == CardAudience.Group)
        {
            return ForGroup(context);
        }

        return context.Linked ? [.. Actions(context, state).Select(row => Row(context, row))] : [];
    }

    private static IEnumerable<CardAction[]> Actions(CardContext context, CardState state)
    {
        if (state.CanDecide && context.Dialogue != CardDialogue.None)
        {
            return context.Dialogue == CardDialogue.ChoosingReason ? s_reasons : s_writing;
        }

        var decide = state.CanDecide ? s_decide : [];
        return context.SendableFiles > 0 ? decide.Append([CardAction.Files]) : decide;
    }

    private static IReadOnlyList<CardButton> Row(CardContext context, CardAction[] row)
    {
        var words = CardLanguage.Words(context.Language);
        return [.. row.Select(action => new CardButton(words.Button(action, context.SendableFiles), Action: action))];
    }

    private static IReadOnlyList<IReadOnlyList<CardButton>> ForGroup(CardContext context) =>
        context is { Linked: true, PrivateChatUrl: { } url }
            ?
            [
                [new CardButton(CardLanguage.Words(context.Language).OpenPrivateChat, Url: url)],
            ]
            : [];
}

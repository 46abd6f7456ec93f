using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Layout;

/// <summary>The buttons that are possible now.</summary>
internal static class Keyboard
{
    private const int MaxCurrency = 8;

    private static readonly CardAction[][] Decisions =
    [
        [CardAction.Approve, CardAction.Reject],
        [CardAction.ApproveWithComment],
    ];

    private static readonly CardAction[][] Barred =
    [
        [CardAction.Reject],
    ];

    private static readonly CardAction[][] Reasons =
    [
        [CardAction.RejectDocuments],
        [CardAction.RejectDetails],
        [CardAction.RejectBudget, CardAction.RejectTiming],
        [CardAction.WriteReason],
        [CardAction.CancelReject],
    ];

    private static readonly CardAction[][] WritingReason =
    [
        [CardAction.CancelReject],
    ];

    private static readonly CardAction[][] WritingComment =
    [
        [CardAction.CancelApprove],
    ];

    private static readonly CardAction[][] Confirming =
    [
        [CardAction.ConfirmApprove],
        [CardAction.CancelApprove],
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

    private static CardAction[][] Actions(CardContext context, CardState state) =>
        state.Dialogue switch
        {
            CardDialogue.ChoosingReason => Reasons,
            CardDialogue.WritingReason => WritingReason,
            CardDialogue.WritingComment => WritingComment,
            CardDialogue.Confirming => Confirming,
            _ => [.. Decide(state), .. Look(context)],
        };

    private static IEnumerable<CardAction[]> Look(CardContext context)
    {
        if (context.SendableFiles > 0)
        {
            yield return [CardAction.Files];
        }

        yield return [CardAction.Timeline];
    }

    private static CardAction[][] Decide(CardState state)
    {
        if (!state.CanDecide)
        {
            return [];
        }

        return state.Bar is null ? Decisions : Barred;
    }

    private static IReadOnlyList<CardButton> Row(CardContext context, CardAction[] row) =>
        [.. row.Select(action => new CardButton(Label(context, action), Action: action))];

    private static string Label(CardContext context, CardAction action) =>
        action is CardAction.ApproveWithComment or CardAction.ConfirmApprove or CardAction.CancelApprove
            ? CardLanguage.Deciding(context.Language).Button(action, Amount(context))
            : CardLanguage.Words(context.Language).Button(action, context.SendableFiles);

    private static string Amount(CardContext context)
    {
        var total = context.Request.Total;
        var currency = ForeignText.Inline(total.Currency, MaxCurrency);
        return CardLanguage.Formats(context.Language).Money(total with { Currency = currency });
    }

    private static IReadOnlyList<IReadOnlyList<CardButton>> ForGroup(CardContext context) =>
        context is { Linked: true, PrivateChatUrl: { } url }
            ?
            [
                [new CardButton(CardLanguage.Words(context.Language).OpenPrivateChat, Url: url)],
            ]
            : [];
}

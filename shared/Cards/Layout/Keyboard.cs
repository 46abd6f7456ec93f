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
    public static IReadOnlyList<IReadOnlyList<CardButton>> For(CardContext context, Standing standing)
    {
        if (context.Audience == CardAudience.Group)
        {
            return ForGroup(context);
        }

        return context.Linked ? [.. Actions(context, standing).Select(row => Row(context, row))] : [];
    }

    private static CardAction[][] Actions(CardContext context, Standing standing) =>
        standing.Dialogue switch
        {
            CardDialogue.ChoosingReason => Reasons,
            CardDialogue.WritingReason => WritingReason,
            CardDialogue.WritingComment => WritingComment,
            CardDialogue.Confirming => Confirming,
            _ => [.. Decide(standing), .. Look(context)],
        };

    private static IEnumerable<CardAction[]> Look(CardContext context)
    {
        if (context.SendableFiles > 0)
        {
            yield return [CardAction.Files];
        }

        yield return [CardAction.Timeline];
    }

    private static CardAction[][] Decide(Standing standing)
    {
        if (!standing.CanDecide)
        {
            return [];
        }

        return standing.Bar is null ? Decisions : Barred;
    }

    private static IReadOnlyList<CardButton> Row(CardContext context, CardAction[] row) =>
        [.. row.Select(action => new CardButton(Label(context, action), Action: action))];

    private static string Label(CardContext context, CardAction action) =>
        Phrases.For(context.Language).Card.Button(action, context.SendableFiles, Amount(context));

    private static string Amount(CardContext context)
    {
        var total = context.Request.Total;
        var currency = ForeignText.Inline(total.Currency, MaxCurrency);
        return Phrases.For(context.Language).Formats.Money(total with { Currency = currency });
    }

    private static IReadOnlyList<IReadOnlyList<CardButton>> ForGroup(CardContext context) =>
        context is { Linked: true, PrivateChatUrl: { } url }
            ?
            [
                [new CardButton(Phrases.For(context.Language).Card.OpenPrivateChat, Url: url)],
            ]
            : [];
}

using PaymentBot.Approvals;

namespace PaymentBot.Cards.Layout;

/// <summary>What follows for one reader from the snapshot and the decisions on their way.</summary>
internal sealed class CardState
{
    public CardState(CardContext context)
    {
        Current = context.Request.CurrentStage;
        var onStage = context.Decisions.Where(decision => decision.Stage == Current?.Number).ToList();
        ReadersTurn = IsReadersTurn(context);
        Holding = FindHolding(context, onStage);
        Setback = FindSetback(context);
        Others = onStage
            .GroupBy(decision => decision.Approver.ErpId)
            .Select(decisions => decisions.Last())
            .Where(decision => decision != Holding && decision != Setback && Matters(decision, context.Request))
            .ToList();
    }

    /// <summary>The stage whose turn it is, or null.</summary>
    public Stage? Current { get; }

    /// <summary>The decision that takes the buttons away and stands in the headline, or null.</summary>
    public Decision? Holding { get; }

    /// <summary>The reader's last decision if it did not count, or null.</summary>
    public Decision? Setback { get; }

    /// <summary>The last decision of everybody else on the current stage, oldest first.</summary>
    public IReadOnlyList<Decision> Others { get; }

    /// <summary>Whether the reader is an approver of the current stage in a chat that is theirs.</summary>
    public bool ReadersTurn { get; }

    /// <summary>Whether the reader may decide now.</summary>
    public bool CanDecide => ReadersTurn && Holding is null;

    private static bool IsReadersTurn(CardContext context) =>
        context is { Audience: CardAudience.Approver, Linked: true, Reader: { } reader }
        && context.Request.IsTurnOf(reader);

    private static Decision? FindHolding(CardContext context, List<Decision> onStage)
    {
        var firstDecides = context.Request.CurrentStage?.Rule.FirstDecides ?? false;
        return onStage.LastOrDefault(decision =>
            Holds(decision, context.Request) && (firstDecides || IsReaders(decision, context))
        );
    }

    private static Decision? FindSetback(CardContext context)
    {
        var last = context.Decisions.LastOrDefault(decision => IsReaders(decision, context));
        return last?.State is DecisionState.Refused or DecisionState.Failed ? last : null;
    }

    private static bool IsReaders(Decision decision, CardContext context) =>
        context.Audience == CardAudience.Approver && decision.Approver.ErpId == context.Reader;

    /// <summary>A confirmed decision holds only until the ERP has shown a newer document.</summary>
    private static bool Holds(Decision decision, PaymentRequest request) =>
        decision.InFlight || (decision.State == DecisionState.Confirmed && decision.Revision >= request.Revision);

    private static bool Matters(Decision decision, PaymentRequest request) =>
        Holds(decision, request) || decision.State is DecisionState.Refused or DecisionState.Failed;
}

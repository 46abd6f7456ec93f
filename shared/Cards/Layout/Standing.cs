using PaymentBot.Approvals;

namespace PaymentBot.Cards.Layout;

/// <summary>What follows for one reader from the snapshot and the decisions on their way.</summary>
internal sealed class Standing
{
    public Standing(CardContext context)
    {
        var since = context.Since ?? UnchangedSince.Revision(context.Request.Revision);
        Progress = new StageProgress(context.Request, since, context.Decisions, context.Policy);
        var onStage = context.Decisions.Where(decision => decision.Stage == Current?.Number).ToList();
        ReadersTurn = IsReadersTurn(context);
        Holding = FindHolding(context, onStage);
        Setback = FindSetback(context);
        ReaderHasDecided = ReadersTurn && Progress.HasDecided(context.Reader!.Value);
        Bar = CanDecide ? Progress.BarOf(context.Reader!.Value) : null;
        Dialogue = DialogueOf(context.Dialogue);
        Others = onStage
            .GroupBy(decision => decision.Approver.ErpId)
            .Select(decisions => decisions.Last())
            .Where(decision => decision != Holding && decision != Setback && Matters(decision, context.Request))
            .ToList();
    }

    /// <summary>How far the current stage has come.</summary>
    public StageProgress Progress { get; }

    /// <summary>The stage whose turn it is, or null.</summary>
    public Stage? Current => Progress.Stage;

    /// <summary>The decision that takes the buttons away and stands in the headline, or null.</summary>
    public Decision? Holding { get; }

    /// <summary>The reader's last decision if it did not count, or null.</summary>
    public Decision? Setback { get; }

    /// <summary>The last decision of everybody else on the current stage, oldest first, unless it stands among those who have agreed.</summary>
    public IReadOnlyList<Decision> Others { get; }

    /// <summary>Whether the reader is an approver of the current stage in a chat that is theirs.</summary>
    public bool ReadersTurn { get; }

    /// <summary>Whether the ERP has taken the reader's decision on the current stage, which waits for others.</summary>
    public bool ReaderHasDecided { get; }

    /// <summary>Whether the reader may decide now.</summary>
    public bool CanDecide => ReadersTurn && Holding is null && !ReaderHasDecided;

    /// <summary>Why the reader, who may decide, may not approve; null when they may.</summary>
    public FourEyesBar? Bar { get; }

    /// <summary>The question the card asks, if it may be asked.</summary>
    public CardDialogue Dialogue { get; }

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

    /// <summary>A confirmed decision stands in the headline only until the ERP has shown a newer document.</summary>
    private static bool Holds(Decision decision, PaymentRequest request) =>
        decision.InFlight || (decision.State == DecisionState.Confirmed && decision.Revision >= request.Revision);

    private CardDialogue DialogueOf(CardDialogue asked)
    {
        var isApproval = asked is CardDialogue.WritingComment or CardDialogue.Confirming;
        return CanDecide && !(isApproval && Bar is not null) ? asked : CardDialogue.None;
    }

    private bool Matters(Decision decision, PaymentRequest request) =>
        decision.State is DecisionState.Refused or DecisionState.Failed
        || (
            Holds(decision, request)
            && (decision.InFlight || Progress.Agreed.All(person => person.ErpId != decision.Approver.ErpId))
        );
}

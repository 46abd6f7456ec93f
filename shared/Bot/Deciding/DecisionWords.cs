using PaymentBot.Approvals;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Deciding;

/// <summary>What a person is told after trying to decide.</summary>
public static class DecisionWords
{
    /// <summary>What to say to a person whose claim came out so.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="outcome">The outcome.</param>
    public static string Explain(Actor actor, ClaimOutcome outcome) =>
        outcome switch
        {
            ClaimOutcome.AlreadyDecided already => AlreadyDecided(actor, already.Decision.Decision),
            ClaimOutcome.Claimed claimed => actor.Phrases.DecisionAccepted(claimed.Decision.Decision.Kind),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "This outcome is none."),
        };

    /// <summary>What to say to a person who may not decide.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="verdict">Why not.</param>
    public static string Explain(Actor actor, DecisionVerdict verdict) =>
        verdict switch
        {
            DecisionVerdict.AlreadyDecided already => AlreadyDecided(actor, already.Decision),
            DecisionVerdict.AlreadyAgreed => actor.Phrases.AlreadyDecidedByYou(DecisionKind.Approve),
            DecisionVerdict.Barred barred => actor.Phrases.Deciding.Barred(barred.Bar),
            DecisionVerdict.Changed => actor.Phrases.DocumentChanged,
            DecisionVerdict.NotYourTurn => actor.Phrases.NotYourTurn,
            DecisionVerdict.Closed closed => Closed(actor, closed.Status),
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "This verdict needs no explanation."),
        };

    private static string Closed(Actor actor, RequestStatus status) =>
        status == RequestStatus.Pending ? actor.Phrases.NotYourTurn : actor.Phrases.RequestClosed(status);

    private static string AlreadyDecided(Actor actor, Decision decision) =>
        decision.Approver.ErpId == actor.ErpId
            ? actor.Phrases.AlreadyDecidedByYou(decision.Kind)
            : actor.Phrases.AlreadyDecidedBy(decision.Approver.Name, decision.Kind);
}

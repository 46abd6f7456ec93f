using PaymentBot.Approvals;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;

namespace PaymentBot.Bot.Deciding;

/// <summary>Takes the text that the bot asked for: the reason of a rejection or the comment of an approval.</summary>
/// <param name="flow">What was begun.</param>
/// <param name="claims">Claims decisions.</param>
/// <param name="policy">What the company demands of approvals.</param>
public sealed class AwaitedText(DialogueFlow flow, DecisionClaims claims, ApprovalPolicy policy)
{
    private const int MaxLength = 500;

    /// <summary>Takes a text.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="text">The text, or null when the message had none.</param>
    /// <param name="updateId">The update it came in.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What to answer, in Telegram's HTML, or null when no text was awaited.</returns>
    public async Task<string?> TakeAsync(Actor actor, string? text, long updateId, CancellationToken cancellationToken)
    {
        if (await flow.FindAsync(actor, cancellationToken) is not { AwaitsText: true } open)
        {
            return null;
        }

        var said = text?.Trim();
        if (string.IsNullOrEmpty(said))
        {
            return actor.Phrases.ReasonEmpty;
        }

        return said.EnumerateRunes().Count() > MaxLength
            ? actor.Phrases.ReasonTooLong(MaxLength)
            : await DecideAsync(actor, open, said, updateId, cancellationToken);
    }

    private async Task<string> DecideAsync(
        Actor actor,
        DecisionDialogue open,
        string said,
        long updateId,
        CancellationToken cancellationToken
    )
    {
        var kind = open.Kind == CardDialogue.WritingComment ? DecisionKind.Approve : DecisionKind.Reject;
        var judgement = await claims.JudgeAsync(actor, open.Request, open.Revision, kind, cancellationToken);
        if (judgement?.Verdict is not DecisionVerdict.Allowed allowed)
        {
            await flow.CloseAsync(actor, cancellationToken);
            return judgement?.Verdict is DecisionVerdict.Barred barred
                ? actor.Phrases.Deciding.Barred(barred.Bar)
                : NoLongerNeeded(actor, kind);
        }

        var request = judgement.Stored.Request;
        if (kind == DecisionKind.Approve && policy.NeedsConfirmation(request.Total))
        {
            await flow.ConfirmAsync(actor, open, said, updateId, cancellationToken);
            return actor.Phrases.Deciding.CommentToConfirm(request.Number);
        }

        var outcome = await claims.ClaimAsync(
            actor,
            judgement.Stored,
            allowed.Stage,
            kind,
            said,
            null,
            cancellationToken
        );
        await flow.CloseAsync(actor, cancellationToken);
        return outcome is ClaimOutcome.Claimed ? Accepted(actor, kind, request.Number) : NoLongerNeeded(actor, kind);
    }

    private static string Accepted(Actor actor, DecisionKind kind, string number) =>
        kind == DecisionKind.Approve
            ? actor.Phrases.Deciding.CommentAccepted(number)
            : actor.Phrases.ReasonAccepted(number);

    private static string NoLongerNeeded(Actor actor, DecisionKind kind) =>
        kind == DecisionKind.Approve
            ? actor.Phrases.Deciding.CommentNoLongerNeeded
            : actor.Phrases.ReasonNoLongerNeeded;
}

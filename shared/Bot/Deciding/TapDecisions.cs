using PaymentBot.Approvals;
using PaymentBot.Bot.Conversation;
using PaymentBot.Cards;

namespace PaymentBot.Bot.Deciding;

/// <summary>Works on taps that decide, or that lead to a decision by way of a question.</summary>
/// <param name="claims">Claims decisions.</param>
/// <param name="flow">What was begun.</param>
/// <param name="policy">What the company demands of approvals.</param>
/// <param name="handled">Remembers what was done.</param>
/// <param name="logger">The log.</param>
public sealed partial class TapDecisions(
    DecisionClaims claims,
    DialogueFlow flow,
    ApprovalPolicy policy,
    HandledUpdates handled,
    ILogger<TapDecisions> logger
)
{
    /// <summary>Decides at once, or asks first whether so large an amount is really approved.</summary>
    /// <remarks>The claim remembers the update, so nothing else has to: a tap that decides costs one commit.</remarks>
    /// <param name="tap">The tap.</param>
    /// <param name="kind">Yes or no.</param>
    /// <param name="comment">The quick reason, or null.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The words for the tapper.</returns>
    public async Task<string> DecideAsync(
        Tap tap,
        DecisionKind kind,
        string? comment,
        CancellationToken cancellationToken
    )
    {
        var judgement = await JudgeAsync(tap, kind, cancellationToken);
        if (
            kind == DecisionKind.Approve
            && judgement?.Verdict is DecisionVerdict.Allowed
            && policy.NeedsConfirmation(judgement.Stored.Request.Total)
        )
        {
            return await handled.OnceAsync(
                tap.UpdateId,
                token => AskAsync(tap, CardDialogue.Confirming, token),
                cancellationToken
            );
        }

        return await handled.FollowAsync(
            await ClaimAsync(tap, judgement, kind, comment, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Approves what the card has asked to confirm, with the comment that was written before, if any.</summary>
    /// <param name="tap">The tap.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The words for the tapper.</returns>
    public async Task<string> ConfirmAsync(Tap tap, CancellationToken cancellationToken)
    {
        var judgement = await JudgeAsync(tap, DecisionKind.Approve, cancellationToken);
        var open = await flow.FindAsync(tap.Actor, cancellationToken);
        var isAsked = open?.Kind == CardDialogue.Confirming && open.Request == tap.Button.Request;
        var answer =
            judgement?.Verdict is DecisionVerdict.Allowed && !isAsked
                ? tap.Answer(tap.Actor.Phrases.Expired)
                : await ClaimAsync(tap, judgement, DecisionKind.Approve, open?.Comment, cancellationToken);
        return await handled.FollowAsync(answer, cancellationToken);
    }

    /// <summary>Asks for a reason, a comment or a confirmation.</summary>
    /// <param name="tap">The tap.</param>
    /// <param name="kind">What is asked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<TapAnswer> AskAsync(Tap tap, CardDialogue kind, CancellationToken cancellationToken)
    {
        var decision = kind is CardDialogue.ChoosingReason or CardDialogue.WritingReason
            ? DecisionKind.Reject
            : DecisionKind.Approve;
        var judgement = await JudgeAsync(tap, decision, cancellationToken);
        if (judgement?.Verdict is not DecisionVerdict.Allowed)
        {
            return tap.Answer(WhyNot(tap, judgement));
        }

        await flow.OpenAsync(tap, kind, cancellationToken);
        return tap.Answer(Question(tap, kind));
    }

    /// <summary>Leaves a question.</summary>
    /// <param name="tap">The tap.</param>
    /// <param name="words">What to say.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<TapAnswer> CancelAsync(Tap tap, string words, CancellationToken cancellationToken)
    {
        await flow.CloseAsync(tap.Actor, cancellationToken);
        return tap.Answer(words);
    }

    private static string Question(Tap tap, CardDialogue kind) =>
        kind switch
        {
            CardDialogue.ChoosingReason => tap.Actor.Phrases.ChooseReason,
            CardDialogue.WritingReason => tap.Actor.Phrases.WriteReason,
            CardDialogue.WritingComment => tap.Actor.Phrases.Deciding.WriteComment,
            _ => tap.Actor.Phrases.Deciding.ConfirmOnCard,
        };

    private async Task<TapAnswer> ClaimAsync(
        Tap tap,
        Judgement? judgement,
        DecisionKind kind,
        string? comment,
        CancellationToken cancellationToken
    )
    {
        if (judgement?.MadeBy(tap.UpdateId) is { } made)
        {
            Log.Repeated(logger, tap.UpdateId, made.Id);
            return tap.Answer(tap.Actor.Phrases.DecisionAccepted(made.Kind));
        }

        if (judgement?.Verdict is not DecisionVerdict.Allowed allowed)
        {
            return tap.Answer(WhyNot(tap, judgement));
        }

        var claim = claims.ClaimAsync(
            tap.Actor,
            judgement.Stored,
            allowed.Stage,
            kind,
            comment,
            tap,
            cancellationToken
        );
        await Task.WhenAll(claim, flow.CloseAsync(tap.Actor, cancellationToken));
        return new TapAnswer(DecisionWords.Explain(tap.Actor, await claim));
    }

    private ValueTask<Judgement?> JudgeAsync(Tap tap, DecisionKind kind, CancellationToken cancellationToken) =>
        claims.JudgeAsync(tap.Actor, tap.Button.Request, tap.Button.Revision, kind, cancellationToken);

    private string WhyNot(Tap tap, Judgement? judgement)
    {
        if (judgement is null)
        {
            return tap.Actor.Phrases.Expired;
        }

        var button = tap.Button;
        var verdict = judgement.Verdict.GetType().Name;
        Log.Refused(logger, button.Request.Value, button.Revision, tap.Actor.TelegramUserId, verdict);
        return DecisionWords.Explain(tap.Actor, judgement.Verdict);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Tap on request {RequestKey} revision {Revision} by user {TelegramUserId} decides nothing: {Verdict}."
        )]
        public static partial void Refused(
            ILogger logger,
            string requestKey,
            long revision,
            long telegramUserId,
            string verdict
        );

        [LoggerMessage(2, LogLevel.Information, "Update {UpdateId} came again; it had made decision {DecisionId}.")]
        public static partial void Repeated(ILogger logger, long updateId, string decisionId);
    }
}

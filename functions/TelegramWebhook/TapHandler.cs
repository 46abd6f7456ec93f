using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>
/// Works on a tap. Nothing is believed but the sender that Telegram vouches for: the button's data must carry our MAC for this chat and user, the
/// chat must be the user's own, and a card must have been sent there.
/// </summary>
/// <param name="actors">Knows who is who.</param>
/// <param name="authenticator">Tells genuine taps from others.</param>
/// <param name="claims">Claims decisions.</param>
/// <param name="rejections">Asks for reasons.</param>
/// <param name="files">Sends files.</param>
/// <param name="handled">Remembers what was done.</param>
/// <param name="logger">The log.</param>
internal sealed partial class TapHandler(
    ActorFinder actors,
    TapAuthenticator authenticator,
    DecisionClaims claims,
    RejectFlow rejections,
    FilesOnDemand files,
    HandledUpdates handled,
    ILogger<TapHandler> logger
)
{
    /// <summary>Works on one tap.</summary>
    /// <param name="updateId">The update it came in.</param>
    /// <param name="query">The tap.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The words for the tapper.</returns>
    public async Task<string> HandleAsync(long updateId, CallbackQuery query, CancellationToken cancellationToken)
    {
        // Who is refused leaves nothing behind that would have to be remembered.
        if (await actors.FindAsync(query.From, cancellationToken) is not { } actor)
        {
            Log.Stranger(logger, query.From.Id);
            return actors.PhrasesFor(query.From).NotLinked;
        }

        if (await authenticator.AuthenticateAsync(updateId, query, actor, cancellationToken) is not { } tap)
        {
            Log.Forged(logger, query.From.Id, query.Message?.Chat.Id, query.Data?.Length ?? 0);
            return actor.Phrases.ButtonNotYours;
        }

        return await ActAsync(tap, cancellationToken);
    }

    private Task<string> ActAsync(Tap tap, CancellationToken cancellationToken) =>
        tap.Button.Action switch
        {
            CardAction.Approve => DecideAndFollowAsync(tap, DecisionKind.Approve, null, cancellationToken),
            CardAction.RejectDocuments
            or CardAction.RejectDetails
            or CardAction.RejectBudget
            or CardAction.RejectTiming => DecideAndFollowAsync(
                tap,
                DecisionKind.Reject,
                tap.Actor.Phrases.QuickReason(tap.Button.Action),
                cancellationToken
            ),
            CardAction.Reject => OnceAsync(tap, token => AskAsync(tap, false, token), cancellationToken),
            CardAction.WriteReason => OnceAsync(tap, token => AskAsync(tap, true, token), cancellationToken),
            CardAction.CancelReject => OnceAsync(tap, token => CancelAsync(tap, token), cancellationToken),
            CardAction.Files => OnceAsync(tap, token => files.SendAsync(tap, token), cancellationToken),
            _ => Task.FromResult(tap.Actor.Phrases.Expired),
        };

    private Task<string> OnceAsync(
        Tap tap,
        Func<CancellationToken, Task<TapAnswer>> work,
        CancellationToken cancellationToken
    ) => handled.OnceAsync(tap.UpdateId, work, cancellationToken);

    /// <summary>The claim remembers the update, so nothing else has to: a tap that decides costs one commit.</summary>
    private async Task<string> DecideAndFollowAsync(
        Tap tap,
        DecisionKind kind,
        string? comment,
        CancellationToken cancellationToken
    ) => await handled.FollowAsync(await DecideAsync(tap, kind, comment, cancellationToken), cancellationToken);

    private async Task<TapAnswer> DecideAsync(
        Tap tap,
        DecisionKind kind,
        string? comment,
        CancellationToken cancellationToken
    )
    {
        var judgement = await JudgeAsync(tap, cancellationToken);
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
        await Task.WhenAll(claim, rejections.CloseAsync(tap.Actor, cancellationToken));
        return new TapAnswer(DecisionWords.Explain(tap.Actor, await claim));
    }

    private async Task<TapAnswer> AskAsync(Tap tap, bool writing, CancellationToken cancellationToken)
    {
        var judgement = await JudgeAsync(tap, cancellationToken);
        if (judgement?.Verdict is not DecisionVerdict.Allowed)
        {
            return tap.Answer(WhyNot(tap, judgement));
        }

        await rejections.OpenAsync(tap, writing, cancellationToken);
        return tap.Answer(writing ? tap.Actor.Phrases.WriteReason : tap.Actor.Phrases.ChooseReason);
    }

    private ValueTask<Judgement?> JudgeAsync(Tap tap, CancellationToken cancellationToken) =>
        claims.JudgeAsync(tap.Actor, tap.Button.Request, tap.Button.Revision, cancellationToken);

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

    private async Task<TapAnswer> CancelAsync(Tap tap, CancellationToken cancellationToken)
    {
        await rejections.CloseAsync(tap.Actor, cancellationToken);
        return tap.Answer(tap.Actor.Phrases.RejectCancelled);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Tap refused: Telegram user {TelegramUserId} is not linked.")]
        public static partial void Stranger(ILogger logger, long telegramUserId);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "Tap refused: the button is not user {TelegramUserId}'s in chat {ChatId} ({Length} characters)."
        )]
        public static partial void Forged(ILogger logger, long telegramUserId, long? chatId, int length);

        [LoggerMessage(
            3,
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

        [LoggerMessage(4, LogLevel.Information, "Update {UpdateId} came again; it had made decision {DecisionId}.")]
        public static partial void Repeated(ILogger logger, long updateId, string decisionId);
    }
}

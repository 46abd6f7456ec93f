using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Delivery;
using PaymentBot.Delivery.Composition;
using PaymentBot.Delivery.Recipients;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>
/// Works on a tap. Nothing is believed but the sender that Telegram vouches for: the button's data must carry our MAC for this chat and user, the
/// chat must be the user's own, and a card must have been sent there.
/// </summary>
/// <param name="actors">Knows who is who.</param>
/// <param name="signer">Checks buttons.</param>
/// <param name="adoption">Recognises cards.</param>
/// <param name="claims">Claims decisions.</param>
/// <param name="rejections">Asks for reasons.</param>
/// <param name="files">Sends files.</param>
/// <param name="logger">The log.</param>
internal sealed partial class TapHandler(
    ActorFinder actors,
    ButtonSigner signer,
    CardAdoption adoption,
    DecisionClaims claims,
    RejectFlow rejections,
    FilesOnDemand files,
    ILogger<TapHandler> logger
)
{
    /// <summary>Works on one tap.</summary>
    /// <param name="query">The tap.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The words for the tapper and what follows.</returns>
    public async Task<TapAnswer> HandleAsync(CallbackQuery query, CancellationToken cancellationToken)
    {
        if (await actors.FindAsync(query.From, cancellationToken) is not { } actor)
        {
            Log.Stranger(logger, query.From.Id);
            return new TapAnswer(actors.PhrasesFor(query.From).NotLinked);
        }

        if (await AuthenticateAsync(query, actor, cancellationToken) is not { } tap)
        {
            Log.Forged(logger, query.From.Id, query.Message?.Chat.Id, query.Data?.Length ?? 0);
            return new TapAnswer(actor.Phrases.ButtonNotYours);
        }

        return await ActAsync(tap, cancellationToken);
    }

    private async ValueTask<Tap?> AuthenticateAsync(
        CallbackQuery query,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (query.Message is not { } message || message.Chat.Id != actor.TelegramUserId)
        {
            return null;
        }

        if (signer.Read(query.Data, message.Chat.Id, query.From.Id) is not { } button)
        {
            return null;
        }

        var recipient = await adoption.AdoptAsync(
            button.Request,
            Recipient.Of(actor.ErpId),
            message.Chat.Id,
            message.MessageId,
            cancellationToken
        );
        return recipient is null ? null : new Tap(actor, button, message.MessageId, recipient);
    }

    private Task<TapAnswer> ActAsync(Tap tap, CancellationToken cancellationToken) =>
        tap.Button.Action switch
        {
            CardAction.Approve => DecideAsync(tap, DecisionKind.Approve, null, cancellationToken),
            CardAction.RejectDocuments
            or CardAction.RejectDetails
            or CardAction.RejectBudget
            or CardAction.RejectTiming => DecideAsync(
                tap,
                DecisionKind.Reject,
                tap.Actor.Phrases.QuickReason(tap.Button.Action),
                cancellationToken
            ),
            CardAction.Reject => AskAsync(tap, false, cancellationToken),
            CardAction.WriteReason => AskAsync(tap, true, cancellationToken),
            CardAction.CancelReject => CancelAsync(tap, cancellationToken),
            CardAction.Files => files.SendAsync(tap, cancellationToken),
            _ => Task.FromResult(new TapAnswer(tap.Actor.Phrases.Expired)),
        };

    private async Task<TapAnswer> DecideAsync(
        Tap tap,
        DecisionKind kind,
        string? comment,
        CancellationToken cancellationToken
    )
    {
        var button = tap.Button;
        var judgement = await claims.JudgeAsync(tap.Actor, button.Request, button.Revision, cancellationToken);
        if (judgement is null)
        {
            return new TapAnswer(tap.Actor.Phrases.Expired);
        }

        if (judgement.Verdict is not DecisionVerdict.Allowed allowed)
        {
            Log.Refused(
                logger,
                button.Request.Value,
                button.Revision,
                tap.Actor.TelegramUserId,
                judgement.Verdict.GetType().Name
            );
            return tap.Answer(DecisionClaims.Explain(tap.Actor, judgement.Verdict));
        }

        var outcome = await claims.ClaimAsync(
            tap.Actor,
            judgement.Stored,
            allowed.Stage,
            kind,
            comment,
            cancellationToken
        );
        await rejections.CloseAsync(tap.Actor, cancellationToken);
        return tap.Answer(DecisionClaims.Explain(tap.Actor, outcome));
    }

    private async Task<TapAnswer> AskAsync(Tap tap, bool writing, CancellationToken cancellationToken)
    {
        var button = tap.Button;
        var judgement = await claims.JudgeAsync(tap.Actor, button.Request, button.Revision, cancellationToken);
        if (judgement?.Verdict is not DecisionVerdict.Allowed)
        {
            return judgement is null
                ? new TapAnswer(tap.Actor.Phrases.Expired)
                : tap.Answer(DecisionClaims.Explain(tap.Actor, judgement.Verdict));
        }

        await rejections.OpenAsync(tap, writing, cancellationToken);
        return tap.Answer(writing ? tap.Actor.Phrases.WriteReason : tap.Actor.Phrases.ChooseReason);
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
    }
}

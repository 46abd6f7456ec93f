using PaymentBot.Approvals;
using PaymentBot.Bot.Conversation;
using PaymentBot.Cards;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Deciding;

/// <summary>
/// Works on a tap. Nothing is believed but the sender that Telegram vouches for: the button's data must carry our MAC for this chat and user, the
/// chat must be the user's own, and a card must have been sent there.
/// </summary>
/// <param name="actors">Knows who is who.</param>
/// <param name="authenticator">Tells genuine taps from others.</param>
/// <param name="decisions">Decides and asks.</param>
/// <param name="files">Sends files.</param>
/// <param name="timelines">Tells the way of a request.</param>
/// <param name="handled">Remembers what was done.</param>
/// <param name="logger">The log.</param>
public sealed partial class TapHandler(
    ActorFinder actors,
    TapAuthenticator authenticator,
    TapDecisions decisions,
    FilesOnDemand files,
    TimelineTeller timelines,
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

    /// <summary>What decides remembers the update in its claim; everything else is remembered as handled.</summary>
    private Task<string> ActAsync(Tap tap, CancellationToken cancellationToken) =>
        tap.Button.Action switch
        {
            CardAction.Approve => decisions.DecideAsync(tap, DecisionKind.Approve, null, cancellationToken),
            CardAction.ConfirmApprove => decisions.ConfirmAsync(tap, cancellationToken),
            >= CardAction.RejectDocuments and <= CardAction.RejectTiming => decisions.DecideAsync(
                tap,
                DecisionKind.Reject,
                tap.Actor.Phrases.QuickReason(tap.Button.Action),
                cancellationToken
            ),
            _ => handled.OnceAsync(tap.UpdateId, token => ReactAsync(tap, token), cancellationToken),
        };

    private Task<TapAnswer> ReactAsync(Tap tap, CancellationToken cancellationToken) =>
        tap.Button.Action switch
        {
            CardAction.Reject => decisions.AskAsync(tap, CardDialogue.ChoosingReason, cancellationToken),
            CardAction.WriteReason => decisions.AskAsync(tap, CardDialogue.WritingReason, cancellationToken),
            CardAction.ApproveWithComment => decisions.AskAsync(tap, CardDialogue.WritingComment, cancellationToken),
            CardAction.CancelReject => decisions.CancelAsync(tap, tap.Actor.Phrases.RejectCancelled, cancellationToken),
            CardAction.CancelApprove => decisions.CancelAsync(
                tap,
                tap.Actor.Phrases.Deciding.ApproveCancelled,
                cancellationToken
            ),
            CardAction.Files => files.SendAsync(tap, cancellationToken),
            CardAction.Timeline => timelines.AnswerAsync(tap, cancellationToken),
            _ => Task.FromResult(new TapAnswer(tap.Actor.Phrases.Expired)),
        };

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
    }
}

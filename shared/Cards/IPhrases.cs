using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Words;

namespace PaymentBot.Cards;

/// <summary>
/// Every sentence the bot says outside of cards, in one language. Toasts are plain text of at most 200 UTF-16 units, for
/// answerCallbackQuery (https://core.telegram.org/bots/api#answercallbackquery). Messages are Telegram HTML, arguments escaped and
/// shortened, far below 4,096 code points. Members never throw; arguments may be any text from outside.
/// </summary>
public interface IPhrases
{
    /// <summary>The language of all of them.</summary>
    Language Language { get; }

    /// <summary>What is said about signing in.</summary>
    ISignInPhrases SignIn { get; }

    /// <summary>What is said in a person's own lists, in the settings and in help.</summary>
    IInboxPhrases Inbox { get; }

    /// <summary>What is said about groups.</summary>
    IGroupPhrases Groups { get; }

    /// <summary>What is said about searching from any chat.</summary>
    IInlinePhrases Inline { get; }

    /// <summary>What is said about deciding, documents and people who cannot be reached.</summary>
    IDecidingPhrases Deciding { get; }

    /// <summary>The words on cards.</summary>
    internal ICardWords Card { get; }

    /// <summary>How figures, days and durations are written.</summary>
    internal LanguageFormats Formats { get; }

    // Toasts: plain text

    /// <summary>Toast: the reader's decision is stored and goes to the ERP.</summary>
    string DecisionAccepted(DecisionKind kind);

    /// <summary>Toast: somebody else was faster.</summary>
    string AlreadyDecidedBy(string name, DecisionKind kind);

    /// <summary>Toast: the reader has decided already.</summary>
    string AlreadyDecidedByYou(DecisionKind kind);

    /// <summary>Toast: another stage decides now.</summary>
    string NotYourTurn { get; }

    /// <summary>Toast: the tapped card showed an older revision; the card is being brought up to date.</summary>
    string DocumentChanged { get; }

    /// <summary>Toast: the button is forged, of another chat or of another person. Discloses nothing.</summary>
    string ButtonNotYours { get; }

    /// <summary>Toast: the Telegram account belongs to no ERP person.</summary>
    string NotLinked { get; }

    /// <summary>Toast: nothing is left to decide.</summary>
    string RequestClosed(RequestStatus status);

    /// <summary>Toast: the card now offers reasons.</summary>
    string ChooseReason { get; }

    /// <summary>Toast: the bot waits for a reason as text.</summary>
    string WriteReason { get; }

    /// <summary>Toast: the rejection was left.</summary>
    string RejectCancelled { get; }

    /// <summary>Toast: so many files are on their way.</summary>
    string FilesComing(int count);

    /// <summary>Toast: the ERP has not handed over the files yet.</summary>
    string FilesNotReady { get; }

    /// <summary>Toast: the button is too old to be used.</summary>
    string Expired { get; }

    // Messages: Telegram HTML

    /// <summary>Answer to /start of a linked person.</summary>
    string StartLinked(string name);

    /// <summary>Answer to /start of somebody unknown: what the bot is, and how to get access.</summary>
    string StartStranger(long telegramUserId);

    /// <summary>Answer to /login while there is no sign-in page.</summary>
    string LoginNotYet(long telegramUserId);

    /// <summary>Answer to /login of a linked person.</summary>
    string LoginAlready(string name);

    /// <summary>The message to reply to with the reason of a rejection.</summary>
    string ReasonPrompt(string number);

    /// <summary>A message: the files that were asked for cannot be sent now; the ERP is asked for them again.</summary>
    /// <param name="number">The request's number.</param>
    string FilesGone(string number);

    /// <summary>Placeholder of the input field for it: plain text of 1 to 64 characters
    /// (https://core.telegram.org/bots/api#forcereply).</summary>
    string ReasonPlaceholder { get; }

    /// <summary>The reason has more than <paramref name="max"/> characters.</summary>
    string ReasonTooLong(int max);

    /// <summary>The reply holds no text.</summary>
    string ReasonEmpty { get; }

    /// <summary>The reply came when nothing was left to reject.</summary>
    string ReasonNoLongerNeeded { get; }

    /// <summary>The reason is stored, the rejection goes to the ERP.</summary>
    string ReasonAccepted(string number);

    /// <summary>How many requests wait for the reader.</summary>
    string InboxCount(int count);

    /// <summary>The request asked for is not known, or not the reader's to see. Does not tell which.</summary>
    string RequestNotFound { get; }

    /// <summary>To operators: a decision could not be handed to the ERP. <paramref name="status"/> is the HTTP status, or null when there
    /// was no answer.</summary>
    string OperatorDecisionFailed(string number, string decisionId, int? status);

    /// <summary>To operators: the ERP has not fetched or acknowledged so many decisions for more than an hour.</summary>
    string OperatorErpSilent(int count);

    /// <summary>To operators: the webhook differed in these properties and was set anew.</summary>
    string OperatorWebhookRepaired(string differences);

    /// <summary>The chat was unlinked.</summary>
    string SignedOut { get; }

    /// <summary>The chat was linked.</summary>
    string LinkedNow(string name);

    // Plain text

    /// <summary>The text of a quick reason, which also goes to the ERP as comment: plain text of at most 64 characters, equal to its button.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="action"/> is none of the four quick reasons.</exception>
    string QuickReason(CardAction action) =>
        action
            is CardAction.RejectDocuments
                or CardAction.RejectDetails
                or CardAction.RejectBudget
                or CardAction.RejectTiming
            ? Card.Button(action, files: 0, amount: string.Empty)
            : throw new ArgumentOutOfRangeException(nameof(action), action, "Not a quick reason.");
}

/// <summary>The sentences of each language.</summary>
public static class Phrases
{
    private static readonly RussianPhrases Russian = new();
    private static readonly EnglishPhrases English = new();

    /// <summary>The sentences of <paramref name="language"/>; safe to share between threads.</summary>
    public static IPhrases For(Language language) => language == Language.Russian ? Russian : English;
}

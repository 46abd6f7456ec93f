using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Deciding;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Groups;
using PaymentBot.Cards.Inbox;
using PaymentBot.Cards.Inline;
using PaymentBot.Cards.Layout;
using PaymentBot.Cards.SignIn;
using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards;

/// <summary>The bot's sentences in English.</summary>
public sealed class EnglishPhrases : IPhrases
{
    /// <inheritdoc />
    public Language Language => Language.English;

    /// <inheritdoc />
    public ISignInPhrases SignIn { get; } = new EnglishSignInPhrases();

    /// <inheritdoc />
    public IInboxPhrases Inbox { get; } = new EnglishInboxPhrases();

    /// <inheritdoc />
    public IGroupPhrases Groups { get; } = new EnglishGroupPhrases();

    /// <inheritdoc />
    public IInlinePhrases Inline { get; } = new EnglishInlinePhrases();

    /// <inheritdoc />
    public IDecidingPhrases Deciding { get; } = new EnglishDecidingPhrases();

    /// <inheritdoc />
    public string NotYourTurn => "Another stage decides now.";

    /// <inheritdoc />
    public string DocumentChanged => "The request changed, nothing was sent. Please check the updated card.";

    /// <inheritdoc />
    public string ButtonNotYours => "This button is not available to you.";

    /// <inheritdoc />
    public string NotLinked => "Your Telegram is not connected. Write /start to the bot in a private chat.";

    /// <inheritdoc />
    public string ChooseReason => "Choose a reason";

    /// <inheritdoc />
    public string WriteReason => "Write the reason as a reply to the message";

    /// <inheritdoc />
    public string RejectCancelled => "Rejection cancelled";

    /// <inheritdoc />
    public string FilesNotReady => "The ERP has not sent the files yet. Please try again a little later.";

    /// <inheritdoc />
    public string TryAgainLater => "That did not work, nothing was sent. Please try again in a minute.";

    /// <inheritdoc />
    public string Expired => "This button is out of date. Please see the latest card of the request.";

    /// <inheritdoc />
    public string ReasonPlaceholder => "Reason for rejecting";

    /// <inheritdoc />
    public string ReasonEmpty => "Text is needed: please answer the bot’s question in words.";

    /// <inheritdoc />
    public string ReasonNoLongerNeeded =>
        "The reason is no longer needed: nothing is left to reject. Please see the card of the request.";

    /// <inheritdoc />
    public string AnonymousAdminRefused =>
        "The bot cannot see who writes on behalf of a group or channel. Please write as yourself, best in a private chat.";

    /// <inheritdoc />
    public string RequestNotFound => "There is no such request, or it is not available to you.";

    /// <inheritdoc />
    public string SignedOut => "This chat is signed out, requests no longer arrive here. To connect again: /login";

    /// <inheritdoc />
    public string DecisionAccepted(DecisionKind kind) => $"Decision to {Verb(kind)} accepted, sending it to the ERP";

    /// <inheritdoc />
    public string AlreadyDecidedBy(string name, DecisionKind kind) =>
        $"Already decided by {PhraseText.Toast(name)}: {Verb(kind)}.";

    /// <inheritdoc />
    public string AlreadyDecidedByYou(DecisionKind kind) => $"You have already decided: {Verb(kind)}.";

    /// <inheritdoc />
    public string RequestClosed(RequestStatus status) =>
        status switch
        {
            RequestStatus.Approved => "The request is approved already.",
            RequestStatus.Rejected => "The request is rejected already.",
            RequestStatus.Withdrawn => "The request was withdrawn.",
            RequestStatus.Paid => "The request is paid already.",
            _ => "There is nothing to decide now.",
        };

    /// <inheritdoc />
    public string FilesComing(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"Sending {count} {Plural.English(count, "file", "files")}…");

    /// <inheritdoc />
    public string StartLinked(string name) =>
        $"Hello, {PhraseText.Html(name)}! You are connected: payment requests that need your decision will arrive here by themselves.";

    /// <inheritdoc />
    public string StartStranger(long telegramUserId) =>
        $"""
            Hello! This bot helps to approve payment requests.

            To get access, give your Telegram number to the administrator: {PhraseText.Id(telegramUserId)}
            Once you are connected, requests will arrive here by themselves.
            """;

    /// <inheritdoc />
    public string LoginNotYet(long telegramUserId) =>
        $"The administrator connects you. Please give them your Telegram number: {PhraseText.Id(telegramUserId)}";

    /// <inheritdoc />
    public string LoginAlready(string name) => $"You are connected already: {PhraseText.Html(name)}.";

    /// <inheritdoc />
    public string FilesGone(string number) =>
        $"The files of request {PhraseText.Html(number)} are not available now. The bot will ask the ERP for them again.";

    /// <inheritdoc />
    public string ReasonPrompt(string number) =>
        $"Why do you reject request <b>{PhraseText.Html(number)}</b>? Please reply to this message; the initiator will see the reason.";

    /// <inheritdoc />
    public string ReasonTooLong(int max) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Too long: at most {max} {Plural.English(max, "character", "characters")}. "
        ) + "Please reply with less.";

    /// <inheritdoc />
    public string ReasonAccepted(string number) =>
        $"Reason accepted, sending the rejection of request {PhraseText.Html(number)} to the ERP.";

    /// <inheritdoc />
    public string GroupPointer(string url) =>
        $"Decisions are made in the private chat: <a href=\"{PhraseText.Href(url)}\">open the bot</a>.";

    /// <inheritdoc />
    public string InboxCount(int count) =>
        count == 0
            ? "Nothing needs your decision now."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"<b>{count}</b> {Plural.English(count, "request needs", "requests need")} "
            ) + "your decision.";

    /// <inheritdoc />
    public string OperatorDecisionFailed(string number, string decisionId, int? status) =>
        $"""
            ⚠️ The decision on request {PhraseText.Html(number)} was not delivered to the ERP.
            Answer: {(status is { } code ? string.Create(CultureInfo.InvariantCulture, $"HTTP {code}") : "none")}
            Decision: <code>{PhraseText.Html(decisionId)}</code>
            """;

    /// <inheritdoc />
    public string OperatorErpSilent(int count) =>
        $"""
            ⚠️ For more than an hour the ERP has not fetched decisions. Waiting: {count.ToString(
                CultureInfo.InvariantCulture
            )}
            Look at the scheduled job in the base, and run <code>paymentbot doctor --erp</code>. After 24 hours a decision is given up.
            """;

    /// <inheritdoc />
    public string OperatorWebhookRepaired(string differences) =>
        $"""
            🔧 The webhook in Telegram differed from the settings ({PhraseText.Html(differences)}) and was set anew.
            If it happens again, another program uses the same token.
            """;

    /// <inheritdoc />
    public string LinkedNow(string name) =>
        $"Done: {PhraseText.Html(name)}, your Telegram is connected. Requests that need your decision will arrive here by themselves.";

    /// <inheritdoc />
    public string QuickReason(CardAction action) => QuickReasons.Text(action, CardLanguage.Words(Language));

    private static string Verb(DecisionKind kind) => kind == DecisionKind.Approve ? "approve" : "reject";
}

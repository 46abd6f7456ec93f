using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Words;

/// <summary>The bot's sentences in English.</summary>
internal sealed class EnglishPhrases : IPhrases
{
    public Language Language => Language.English;

    public ISignInPhrases SignIn { get; } = new EnglishSignInPhrases();

    public IInboxPhrases Inbox { get; } = new EnglishInboxPhrases();

    public IGroupPhrases Groups { get; } = new EnglishGroupPhrases();

    public IInlinePhrases Inline { get; } = new EnglishInlinePhrases();

    public IDecidingPhrases Deciding { get; } = new EnglishDecidingPhrases();

    public ICardWords Card { get; } = new EnglishCardWords();

    public LanguageFormats Formats { get; } = new EnglishFormats();

    public string NotYourTurn => "Another stage decides now.";

    public string DocumentChanged => "The request changed, nothing was sent. Please check the updated card.";

    public string ButtonNotYours => "This button is not available to you.";

    public string NotLinked => "Your Telegram is not connected. Write /start to the bot in a private chat.";

    public string ChooseReason => "Choose a reason";

    public string WriteReason => "Write the reason as a reply to the message";

    public string RejectCancelled => "Rejection cancelled";

    public string FilesNotReady => "The ERP has not sent the files yet. Please try again a little later.";

    public string Expired => "This button is out of date. Please see the latest card of the request.";

    public string ReasonPlaceholder => "Reason for rejecting";

    public string ReasonEmpty => "Text is needed: please answer the bot’s question in words.";

    public string ReasonNoLongerNeeded =>
        "The reason is no longer needed: nothing is left to reject. Please see the card of the request.";

    public string RequestNotFound => "There is no such request, or it is not available to you.";

    public string SignedOut => "This chat is signed out, requests no longer arrive here. To connect again: /login";

    public string DecisionAccepted(DecisionKind kind) => $"Decision to {Verb(kind)} accepted, sending it to the ERP";

    public string AlreadyDecidedBy(string name, DecisionKind kind) =>
        $"Already decided by {PhraseText.Toast(name)}: {Verb(kind)}.";

    public string AlreadyDecidedByYou(DecisionKind kind) => $"You have already decided: {Verb(kind)}.";

    public string RequestClosed(RequestStatus status) =>
        status switch
        {
            RequestStatus.Approved => "The request is approved already.",
            RequestStatus.Rejected => "The request is rejected already.",
            RequestStatus.Withdrawn => "The request was withdrawn.",
            RequestStatus.Paid => "The request is paid already.",
            _ => "There is nothing to decide now.",
        };

    public string FilesComing(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"Sending {count} {Plural.English(count, "file", "files")}…");

    public string StartLinked(string name) =>
        $"Hello, {PhraseText.Html(name)}! You are connected: payment requests that need your decision will arrive here by themselves.";

    public string StartStranger(long telegramUserId) =>
        $"""
            Hello! This bot helps to approve payment requests.

            To get access, give your Telegram number to the administrator: {PhraseText.Id(telegramUserId)}
            Once you are connected, requests will arrive here by themselves.
            """;

    public string LoginNotYet(long telegramUserId) =>
        $"The administrator connects you. Please give them your Telegram number: {PhraseText.Id(telegramUserId)}";

    public string LoginAlready(string name) => $"You are connected already: {PhraseText.Html(name)}.";

    public string FilesGone(string number) =>
        $"The files of request {PhraseText.Html(number)} are not available now. The bot will ask the ERP for them again.";

    public string ReasonPrompt(string number) =>
        $"Why do you reject request <b>{PhraseText.Html(number)}</b>? Please reply to this message; the initiator will see the reason.";

    public string ReasonTooLong(int max) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Too long: at most {max} {Plural.English(max, "character", "characters")}. "
        ) + "Please reply with less.";

    public string ReasonAccepted(string number) =>
        $"Reason accepted, sending the rejection of request {PhraseText.Html(number)} to the ERP.";

    public string InboxCount(int count) =>
        count == 0
            ? "Nothing needs your decision now."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"<b>{count}</b> {Plural.English(count, "request needs", "requests need")} "
            ) + "your decision.";

    public string OperatorDecisionFailed(string number, string decisionId, int? status) =>
        $"""
            ⚠️ The decision on request {PhraseText.Html(number)} was not delivered to the ERP.
            Answer: {(status is { } code ? string.Create(CultureInfo.InvariantCulture, $"HTTP {code}") : "none")}
            Decision: <code>{PhraseText.Html(decisionId)}</code>
            """;

    public string OperatorErpSilent(int count) =>
        $"""
            ⚠️ For more than an hour the ERP has not fetched decisions. Waiting: {count.ToString(
                CultureInfo.InvariantCulture
            )}
            Look at the scheduled job in the base, and run <code>paymentbot doctor --erp</code>. After 24 hours a decision is given up.
            """;

    public string OperatorWebhookRepaired(string differences) =>
        $"""
            🔧 The webhook in Telegram differed from the settings ({PhraseText.Html(differences)}) and was set anew.
            If it happens again, another program uses the same token.
            """;

    public string LinkedNow(string name) =>
        $"Done: {PhraseText.Html(name)}, your Telegram is connected. Requests that need your decision will arrive here by themselves.";

    private static string Verb(DecisionKind kind) => kind == DecisionKind.Approve ? "approve" : "reject";
}

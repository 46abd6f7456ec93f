using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Words;

/// <summary>What is said about deciding in English.</summary>
internal sealed class EnglishDecidingPhrases : IDecidingPhrases
{
    private const int MaxOnButton = 32;

    public string WriteComment => "Write the comment as a reply to the message";

    public string ConfirmOnCard => "A large amount: please confirm the decision on the card";

    public string ApproveCancelled => "Nothing was sent";

    public string FilesListed => "Choose which file to get";

    public string CommentPlaceholder => "Comment on the approval";

    public string CommentNoLongerNeeded =>
        "The comment is no longer needed: nothing is left to approve. Please see the card of the request.";

    public string FileIsHere => "This file is here already. To get it once more, tap it again.";

    public string Barred(FourEyesBar bar) =>
        bar is FourEyesBar.OwnRequest
            ? "Somebody else approves your own request. You can reject it."
            : "You have approved another stage of this request. Somebody else approves this one; you can reject it.";

    public string FileComing(string name) => $"Sending “{PhraseText.Toast(name)}”…";

    public string CommentPrompt(string number) =>
        $"With which comment do you approve request <b>{PhraseText.Html(number)}</b>? Please reply to this message, and the decision goes to the ERP.";

    public string CommentAccepted(string number) =>
        $"Comment accepted, sending the approval of request {PhraseText.Html(number)} to the ERP.";

    public string CommentToConfirm(string number) =>
        $"The comment is kept. The amount is large: please confirm the decision on the card of request {PhraseText.Html(number)}.";

    public string FilesOf(string number) => $"📎 <b>Files of request {PhraseText.Html(number)}</b>";

    public string FilesMissing(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"Not yet sent by the ERP: {count}");

    public string FilesPage(int page, int pages) =>
        string.Create(CultureInfo.InvariantCulture, $"Page {page} of {pages}");

    public string ApproverUnreachable(string name, string number) =>
        $"""
            ⚠️ {PhraseText.Html(name)} does not get requests in Telegram at the moment.
            Your request {PhraseText.Html(
                number
            )} waits for this person’s decision: please tell them yourself. The other approvers do get it.
            """;

    public string OperatorUnreachable(string name, UnreachableReason why) =>
        $"⚠️ {PhraseText.Html(name)}: requests cannot be delivered in Telegram. {Why(why)}";

    public string NobodyMayApprove(string number, string role) =>
        $"""
            ⚠️ Nobody is left who may approve the stage “{Role(role)}” of your request {PhraseText.Html(
                number
            )}: nobody approves their own request, or two stages of one.
            Please have the route changed in the ERP.
            """;

    public string OperatorNobodyMayApprove(string number, string role) =>
        $"""
            ⚠️ Request {PhraseText.Html(number)}: nobody is left who may approve the stage “{Role(role)}”.
            The route has to be changed in the ERP, or the rule of four eyes in the settings of the bot (<code>Approvals__FourEyes</code>).
            """;

    public string AllFiles(int count) => string.Create(CultureInfo.InvariantCulture, $"Send all ({count})");

    public string FileButton(int number, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}. {ForeignText.Inline(name, MaxOnButton)}");

    public string FileLine(int number, string name, long size) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{number}. {PhraseText.Html(name)}, {Phrases.For(Language.English).Formats.Size(size)}"
        );

    private static string Role(string role)
    {
        var words = Phrases.For(Language.English).Card;
        return PhraseText.Html(words.RoleInSentence(words.Role(role)));
    }

    private static string Why(UnreachableReason why) =>
        why switch
        {
            UnreachableReason.Blocked => "This person blocked the bot.",
            UnreachableReason.NeverStarted =>
                "This person has not started a chat with the bot yet: they have to open it and press /start.",
            _ => "This Telegram account is gone.",
        };
}

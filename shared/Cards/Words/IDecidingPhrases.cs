using PaymentBot.Approvals;

namespace PaymentBot.Cards.Words;

/// <summary>
/// What is said about deciding, documents and people who cannot be reached. Toasts, messages and limits as in <see cref="IPhrases"/>; members never throw, arguments
/// may be any text from outside.
/// </summary>
public interface IDecidingPhrases
{
    // Toasts: plain text

    /// <summary>Toast: the bot waits for the comment as text.</summary>
    string WriteComment { get; }

    /// <summary>Toast: the card now asks whether so large an amount is really approved.</summary>
    string ConfirmOnCard { get; }

    /// <summary>Toast: the comment or the confirmation was left, nothing was decided.</summary>
    string ApproveCancelled { get; }

    /// <summary>Toast: the rule of four eyes keeps the reader from approving; rejecting is possible.</summary>
    string Barred(FourEyesBar bar);

    /// <summary>Toast: the list of files is on its way.</summary>
    string FilesListed { get; }

    /// <summary>Toast: one file is on its way.</summary>
    string FileComing(string name);

    // Messages: Telegram HTML

    /// <summary>The message to reply to with the comment of an approval.</summary>
    string CommentPrompt(string number);

    /// <summary>Placeholder of the input field for it: plain text of 1 to 64 characters (https://core.telegram.org/bots/api#forcereply).</summary>
    string CommentPlaceholder { get; }

    /// <summary>The comment came when nothing was left to approve.</summary>
    string CommentNoLongerNeeded { get; }

    /// <summary>The comment is stored, the approval goes to the ERP.</summary>
    string CommentAccepted(string number);

    /// <summary>The comment is kept; the card asks for the confirmation.</summary>
    string CommentToConfirm(string number);

    /// <summary>Heading of the list of a request's files.</summary>
    string FilesOf(string number);

    /// <summary>The line of one file in the list.</summary>
    string FileLine(int number, string name, long size);

    /// <summary>So many files have not come from the ERP yet.</summary>
    string FilesMissing(int count);

    /// <summary>Which page of the list this is.</summary>
    string FilesPage(int page, int pages);

    /// <summary>A reply to the message with the file: it is here already, and how to get it again.</summary>
    string FileIsHere { get; }

    /// <summary>To the initiator: an approver of the current stage does not get the request.</summary>
    string ApproverUnreachable(string name, string number);

    /// <summary>To operators: somebody cannot be reached in Telegram any more.</summary>
    string OperatorUnreachable(string name, UnreachableReason why);

    /// <summary>To the initiator: nobody is left who may approve the current stage.</summary>
    string NobodyMayApprove(string number, string role);

    /// <summary>To operators: the same, and which setting does it.</summary>
    string OperatorNobodyMayApprove(string number, string role);

    // Plain text

    /// <summary>The button that sends all files of the list.</summary>
    string AllFiles(int count);

    /// <summary>The button of one file; <paramref name="number"/> is its place in the list.</summary>
    string FileButton(int number, string name);
}

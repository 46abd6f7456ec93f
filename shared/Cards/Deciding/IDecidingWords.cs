using PaymentBot.Approvals;

namespace PaymentBot.Cards.Deciding;

/// <summary>
/// The words on a card about deciding with others: comments, confirmations, stages that need several, the rule of four eyes. Plain text, escaped later; what is
/// passed in from outside has been made safe and short before.
/// </summary>
internal interface IDecidingWords
{
    /// <summary>The bot waits for a comment as text.</summary>
    string WriteComment { get; }

    /// <summary>The question before so large an amount is approved.</summary>
    string Confirm(string amount, string payee);

    /// <summary>Why that is asked.</summary>
    string ConfirmAbove(string limit);

    /// <summary>The reader's own decision on a stage that waits for others.</summary>
    string OwnDecisionTaken(string decision);

    /// <summary>How many of those needed have agreed, before their names.</summary>
    string Agreed(int count, int needed);

    /// <summary>Who is waited for, before the names.</summary>
    string WaitingFor(string names);

    /// <summary>How many more are waited for, whoever they are.</summary>
    string WaitingForMore(int count);

    /// <summary>It is the reader's turn, but another has to approve.</summary>
    string AnotherHasToApprove { get; }

    /// <summary>Why the reader may not approve, and that rejecting is possible; <paramref name="role"/> is the other stage's, in the middle of a sentence.</summary>
    string WhyBarred(FourEyesBar bar, string role);

    /// <summary>Who may approve instead.</summary>
    string MayApprove(string names, int count);

    /// <summary>Nobody is left who may approve the stage, and what to do.</summary>
    string NobodyMayApprove { get; }

    /// <summary>The label of a button; <paramref name="amount"/> is the request's.</summary>
    string Button(CardAction action, string amount);
}

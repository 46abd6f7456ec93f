using PaymentBot.Approvals;

namespace PaymentBot.Cards.Words;

/// <summary>
/// The words on a card in one language. Everything is plain text, escaped later; what is passed in from outside has been made safe
/// and short before.
/// </summary>
internal interface ICardWords
{
    // What to do

    /// <summary>It is the reader's turn.</summary>
    string YourDecisionNeeded { get; }

    /// <summary>The reader is choosing a reason.</summary>
    string ChooseReason { get; }

    /// <summary>The bot waits for a reason as text.</summary>
    string WriteReason { get; }

    /// <summary>The chat no longer belongs to the reader.</summary>
    string SignedOut { get; }

    /// <summary>What to do about that.</summary>
    string SignInAgain { get; }

    /// <summary>Where the request stands; <paramref name="yours"/> speaks to the initiator.</summary>
    string Status(RequestStatus status, bool yours);

    /// <summary>The role of a stage in the middle of a sentence; <paramref name="role"/> as <see cref="Role"/> gives it.</summary>
    string RoleInSentence(string role);

    /// <summary>The reader's stage has not come yet.</summary>
    string YourStageIsLater(string role);

    /// <summary>When a decision is expected.</summary>
    string Due(string moment);

    // Decisions on their way

    /// <summary>How far the decision that holds the stage has come.</summary>
    string Handing(DecisionState state, bool retrying);

    /// <summary>Why the reader has nothing to do while the ERP is silent.</summary>
    string NothingToDo { get; }

    /// <summary>The reader's own decision.</summary>
    string YourDecision(DecisionKind kind);

    /// <summary>Somebody else's decision.</summary>
    string DecisionOf(string name, DecisionKind kind);

    /// <summary>How far somebody's decision on the current stage has come, after the name and the kind.</summary>
    string Progress(DecisionState state);

    /// <summary>The reader's decision did not count.</summary>
    string Setback(DecisionState state, DecisionKind kind);

    /// <summary>The ERP's reason in the reader's words, or null when the code is not known.</summary>
    string? Reason(string code);

    /// <summary>A reason code that is not known.</summary>
    string UnknownReason(string code);

    /// <summary>The reader may decide again.</summary>
    string DecideAgain { get; }

    // Facts

    /// <summary>The amount exceeds its budget limit.</summary>
    string OverLimit { get; }

    /// <summary>The priority worth a mark, or null for the usual one.</summary>
    string? Priority(string priority);

    /// <summary>Label and value of one fact.</summary>
    string Fact(CardFact fact, string value);

    /// <summary>Heading of the purpose.</summary>
    string Purpose { get; }

    /// <summary>The kind of payment.</summary>
    string Operation(string operation);

    /// <summary>Value added tax; <paramref name="known"/> continues the label with rate and amount, and is empty when neither is known.</summary>
    string Vat(string mode, string known);

    /// <summary>Number and date of the document.</summary>
    string Document(string number, string day);

    // Route

    /// <summary>Heading of the route.</summary>
    string Route { get; }

    /// <summary>How far the route has come.</summary>
    string StageOf(int position, int count);

    /// <summary>The role of a stage.</summary>
    string Role(string role);

    /// <summary>How many of several approvers have to agree.</summary>
    string Rule(StageRule rule);

    /// <summary>The reader, among other names.</summary>
    string You { get; }

    /// <summary>The reader, at the beginning of a line.</summary>
    string YouFirst { get; }

    /// <summary>The stage was passed over.</summary>
    string Skipped { get; }

    /// <summary>So many people are not named.</summary>
    string MorePeople(int count);

    /// <summary>So many stages before those shown.</summary>
    string EarlierStages(int count);

    /// <summary>So many stages after those shown.</summary>
    string LaterStages(int count);

    /// <summary>So many decisions are not shown.</summary>
    string MoreDecisions(int count);

    /// <summary>What somebody wrote.</summary>
    string Quoted(string text);

    // Files

    /// <summary>Heading of the files.</summary>
    string Files(int count);

    /// <summary>So many files are not named.</summary>
    string MoreFiles(int count);

    /// <summary>Why a file is not sent.</summary>
    string NotSent(bool tooBig);

    // Buttons

    /// <summary>The label of a button; <paramref name="files"/> counts the files it sends, <paramref name="amount"/> is what it approves.</summary>
    string Button(CardAction action, int files, string amount);

    /// <summary>The button that leads from a group to the private chat.</summary>
    string OpenPrivateChat { get; }

    // Deciding with others

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
}

/// <summary>The facts of a request that stand on a card as label and value.</summary>
internal enum CardFact
{
    /// <summary>Who is to be paid.</summary>
    Payee,

    /// <summary>The payee's taxpayer number.</summary>
    Inn,

    /// <summary>The payee's masked account.</summary>
    Account,

    /// <summary>Who pays.</summary>
    Organization,

    /// <summary>The department that asks.</summary>
    Department,

    /// <summary>The budget line.</summary>
    CashFlowItem,

    /// <summary>The kind of payment.</summary>
    Operation,

    /// <summary>The day wished for.</summary>
    DesiredDate,

    /// <summary>Who asks.</summary>
    Initiator,
}

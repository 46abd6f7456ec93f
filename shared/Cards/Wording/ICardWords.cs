using PaymentBot.Approvals;

namespace PaymentBot.Cards.Wording;

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

    /// <summary>Value added tax; the parts that are not known are null.</summary>
    string Vat(string mode, string? rate, string? amount);

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

    /// <summary>The label of a button; <paramref name="files"/> counts the files it sends.</summary>
    string Button(CardAction action, int files);

    /// <summary>The button that leads from a group to the private chat.</summary>
    string OpenPrivateChat { get; }
}

using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;

namespace PaymentBot.Cards.Words;

/// <summary>The words on a card in English.</summary>
internal sealed class EnglishCardWords : ICardWords
{
    public string YourDecisionNeeded => "Your decision is needed";

    public string ChooseReason => "Choose the reason for rejecting";

    public string WriteReason => "Write the reason as a reply to the bot’s message";

    public string SignedOut => "This chat is signed out of the bot";

    public string SignInAgain => "You cannot decide from here. To connect again: /login";

    public string NothingToDo => "The decision is saved and will be delivered automatically.";

    public string DecideAgain => "The decision does not count. Please check the request and decide again.";

    public string OverLimit => "Over the limit";

    public string Purpose => "Purpose";

    public string Route => "Route";

    public string You => "you";

    public string YouFirst => "You";

    public string Skipped => "stage skipped";

    public string OpenPrivateChat => "Open in private chat";

    public string Status(RequestStatus status, bool yours) =>
        (status, yours) switch
        {
            (RequestStatus.Approved, true) => "Your request is approved",
            (RequestStatus.Rejected, true) => "Your request is rejected",
            (RequestStatus.Withdrawn, true) => "Your request is withdrawn",
            (RequestStatus.Paid, true) => "Your request is paid",
            (RequestStatus.Approved, false) => "Request approved",
            (RequestStatus.Rejected, false) => "Request rejected",
            (RequestStatus.Withdrawn, false) => "Request withdrawn",
            (RequestStatus.Paid, false) => "Request paid",
            (_, true) => "Your request is in approval",
            _ => "In approval",
        };

    public string RoleInSentence(string role) =>
        role is "Budget holder" or "Financial manager" or "Treasurer"
            ? char.ToLowerInvariant(role[0]) + role[1..]
            : role;

    public string YourStageIsLater(string role) => $"Your stage comes later: {RoleInSentence(role)}";

    public string Due(string moment) => $"by {moment}";

    public string Handing(DecisionState state, bool retrying) =>
        (state, retrying) switch
        {
            (DecisionState.Confirmed, _) => "The ERP took the decision, waiting for the updated request",
            (_, true) => "The ERP is not answering yet, retrying",
            (DecisionState.Sent, _) => "Decision sent to the ERP, waiting for its answer",
            _ => "Sending the decision to the ERP…",
        };

    public string YourDecision(DecisionKind kind) => $"Your decision: {Verb(kind)}";

    public string DecisionOf(string name, DecisionKind kind) => $"{name}: decision to {Verb(kind)}";

    public string Progress(DecisionState state) =>
        state switch
        {
            DecisionState.Confirmed => "taken by the ERP",
            DecisionState.Refused => "refused by the ERP",
            DecisionState.Failed => "did not reach the ERP",
            _ => "being sent to the ERP",
        };

    public string Setback(DecisionState state, DecisionKind kind) =>
        state == DecisionState.Refused
            ? $"The ERP refused your decision to {Verb(kind)}"
            : $"Your decision to {Verb(kind)} could not be delivered to the ERP";

    public string? Reason(string code) =>
        code switch
        {
            "documentChanged" => "the request changed after you opened it",
            "notYourTurn" => "it is not your stage now",
            "alreadyDecided" => "this stage is decided already",
            "closedPeriod" => "the period is closed for changes",
            "insufficientFunds" => "not enough funds",
            "limitExceeded" => "the limit is exceeded",
            _ => null,
        };

    public string UnknownReason(string code) => $"reason “{code}”";

    public string? Priority(string priority) =>
        priority.ToUpperInvariant() switch
        {
            "" or "NORMAL" or "MEDIUM" => null,
            "HIGH" => "High priority",
            "URGENT" or "CRITICAL" => "Urgent",
            "LOW" => "Low priority",
            _ => $"Priority: {priority}",
        };

    public string Fact(CardFact fact, string value) =>
        fact switch
        {
            CardFact.Payee => $"Payee: {value}",
            CardFact.Inn => $"INN {value}",
            CardFact.Account => $"account {value}",
            CardFact.Organization => $"Organization: {value}",
            CardFact.Department => $"Department: {value}",
            CardFact.CashFlowItem => $"Cash flow item: {value}",
            CardFact.Operation => $"Operation: {value}",
            CardFact.DesiredDate => $"Pay on: {value}",
            _ => $"Initiator: {value}",
        };

    public string Operation(string operation) =>
        operation switch
        {
            "supplierPayment" => "supplier payment",
            "customerRefund" => "customer refund",
            "budgetTransfer" => "budget transfer",
            "cashAdvance" => "cash advance",
            "salary" => "salary",
            _ => operation,
        };

    public string Vat(string mode, string known) =>
        mode.ToUpperInvariant() switch
        {
            "NONE" or "" => known.Length == 0 ? "No VAT" : $"VAT{known}",
            "INCLUDED" => known.Length == 0 ? "VAT included" : $"Including VAT{known}",
            "ADDED" => $"VAT on top{known}",
            _ => $"VAT ({mode}){known}",
        };

    public string Document(string number, string day) => $"Request {number} of {day}";

    public string StageOf(int position, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"stage {position} of {count}");

    public string Role(string role) =>
        role switch
        {
            "budgetHolder" => "Budget holder",
            "financialManager" => "Financial manager",
            "treasurer" => "Treasurer",
            _ => role,
        };

    public string Rule(StageRule rule) =>
        rule.Required switch
        {
            0 => "all needed",
            1 => "one is enough",
            _ => string.Create(CultureInfo.InvariantCulture, $"at least {rule.Required} needed"),
        };

    public string MorePeople(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"and {count} more {Plural.English(count, "person", "people")}");

    public string EarlierStages(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} earlier {Plural.English(count, "stage", "stages")}");

    public string LaterStages(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} more {Plural.English(count, "stage", "stages")}");

    public string MoreDecisions(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"and {count} more {Plural.English(count, "decision", "decisions")}"
        );

    public string Quoted(string text) => $"“{text}”";

    public string Files(int count) => Plural.English(count, "File", "Files");

    public string MoreFiles(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"and {count} more {Plural.English(count, "file", "files")}");

    public string NotSent(bool tooBig) => tooBig ? "over 50 MB, not sent" : "empty, not sent";

    public string Button(CardAction action, int files, string amount) =>
        action switch
        {
            CardAction.Approve => "✅ Approve",
            CardAction.Reject => "❌ Reject",
            CardAction.RejectDocuments => "Documents are missing",
            CardAction.RejectDetails => "Amount or bank details are wrong",
            CardAction.RejectBudget => "Not in the budget",
            CardAction.RejectTiming => "Not now",
            CardAction.WriteReason => "✍️ My own reason…",
            CardAction.ApproveWithComment => "💬 Approve with a comment",
            CardAction.ConfirmApprove => $"✅ Yes, approve {amount}",
            CardAction.CancelReject or CardAction.CancelApprove => "← Back",
            CardAction.Timeline => "🕓 Progress",
            _ => string.Create(CultureInfo.InvariantCulture, $"📎 Files ({files})"),
        };

    public string WriteComment => "Write the comment as a reply to the bot’s message";

    public string AnotherHasToApprove => "Somebody else has to approve";

    public string NobodyMayApprove =>
        "Nobody is left who may approve this stage: the route has to be changed in the ERP.";

    public string Confirm(string amount, string payee) => $"Approve {amount} to {payee}?";

    public string ConfirmAbove(string limit) => $"The amount is above {limit}, so the bot asks once more.";

    public string OwnDecisionTaken(string decision) => $"{decision}, taken by the ERP";

    public string Agreed(int count, int needed) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} of {needed} agreed");

    public string WaitingFor(string names) => $"Waiting for: {names}";

    public string WaitingForMore(int count) => string.Create(CultureInfo.InvariantCulture, $"Waiting for {count} more");

    public string WhyBarred(FourEyesBar bar, string role) =>
        bar is FourEyesBar.OwnRequest
            ? "This is your own request; somebody else approves it. You can reject it."
            : $"You have approved the stage “{role}”; somebody else approves this one. You can reject the request.";

    public string MayApprove(string names, int count) => $"Can approve: {names}";

    private static string Verb(DecisionKind kind) => kind == DecisionKind.Approve ? "approve" : "reject";
}

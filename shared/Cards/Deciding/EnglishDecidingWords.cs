using System.Globalization;
using PaymentBot.Approvals;

namespace PaymentBot.Cards.Deciding;

/// <summary>The words about deciding with others in English.</summary>
internal sealed class EnglishDecidingWords : IDecidingWords
{
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

    public string Button(CardAction action, string amount) =>
        action switch
        {
            CardAction.ApproveWithComment => "💬 Approve with a comment",
            CardAction.ConfirmApprove => $"✅ Yes, approve {amount}",
            _ => "← Back",
        };
}

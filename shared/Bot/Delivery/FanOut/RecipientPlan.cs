using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Recipients;

namespace PaymentBot.Bot.Delivery.FanOut;

/// <summary>Who should have a card of a request, most urgent first. Pure.</summary>
public static class RecipientPlan
{
    /// <summary>The approvers of the current stage, the initiator, the groups, and everyone who has a card already; each once.</summary>
    /// <param name="request">The latest snapshot.</param>
    /// <param name="existing">Who has a row already.</param>
    public static IReadOnlyList<Recipient> Of(PaymentRequest request, IEnumerable<Recipient> existing)
    {
        var current = request.CurrentStage?.Approvers.Select(approver => Recipient.Of(approver.ErpId)) ?? [];
        var groups = request.Groups.Select(Recipient.OfGroup);
        return
        [
            .. current
                .Append(Recipient.Of(request.Initiator.ErpId))
                .Concat(groups)
                .Concat(existing)
                .DistinctBy(recipient => recipient.RowKey, StringComparer.Ordinal),
        ];
    }
}

using PaymentBot.Approvals;

namespace PaymentBot.Bot.Search;

/// <summary>Somebody who looks at requests.</summary>
/// <param name="Person">Who it is, proven by the link.</param>
/// <param name="SeesAll">Whether a role of the person lets them see every request.</param>
public sealed record Viewer(ErpId Person, bool SeesAll)
{
    /// <summary>Whether the person may see a request: an approver of any of its stages, its initiator, or a role that sees all.</summary>
    /// <param name="request">The latest snapshot.</param>
    public bool MaySee(PaymentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SeesAll
            || request.Initiator.ErpId == Person
            || request.Route.Any(stage => stage.Approvers.Any(approver => approver.ErpId == Person));
    }
}

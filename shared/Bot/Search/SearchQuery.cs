using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Search;

/// <summary>Which requests are looked for; every condition that is set has to hold.</summary>
public sealed record SearchQuery
{
    /// <summary>Beginnings of words of the number, the payee or the purpose, in lower case; all of them have to occur.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The least amount, in the request's own currency, or null.</summary>
    public decimal? AmountFrom { get; init; }

    /// <summary>The largest amount, in the request's own currency, or null.</summary>
    public decimal? AmountTo { get; init; }

    /// <summary>The first day of the document's date, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the document's date, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The state, or null for any.</summary>
    public RequestStatus? Status { get; init; }

    /// <summary>Only what the viewer initiated.</summary>
    public bool Mine { get; init; }

    /// <summary>Only what waits for the viewer's decision.</summary>
    public bool Waiting { get; init; }

    /// <summary>Only stages decided by the viewer.</summary>
    public bool Decided { get; init; }
}

/// <summary>A page of what was found, newest first.</summary>
/// <param name="Requests">The requests as they are now.</param>
/// <param name="Next">What to ask the next page with, 1 to 64 bytes of ASCII; null after the last page.</param>
public sealed record SearchPage(IReadOnlyList<StoredRequest> Requests, string? Next);

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

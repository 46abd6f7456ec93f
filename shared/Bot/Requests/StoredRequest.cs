using PaymentBot.Approvals;

namespace PaymentBot.Bot.Requests;

/// <summary>A request as it lies in the store.</summary>
/// <param name="Request">The latest snapshot.</param>
/// <param name="ContentHash">Its content hash, <c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="StoredAt">When this revision was stored.</param>
public sealed record StoredRequest(PaymentRequest Request, string ContentHash, DateTimeOffset StoredAt)
{
    /// <summary>The key of everything that belongs to the request.</summary>
    public RequestKey Key => RequestKey.Of(Request.Id);

    /// <summary>Since when it is as it is.</summary>
    public UnchangedSince Since { get; init; } = UnchangedSince.Revision(Request.Revision);

    /// <summary>The trace this revision was stored in (https://www.w3.org/TR/trace-context/#traceparent-header), for decisions on it to go on in; null when there was none.</summary>
    public string? Traceparent { get; init; }
}

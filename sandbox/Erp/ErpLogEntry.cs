namespace PaymentBot.Sandbox.Erp;

/// <summary>One line in a document's log.</summary>
/// <param name="Kind"><c>created</c>, <c>notify</c>, <c>attachment</c>, <c>decision</c>, <c>amountChanged</c>, <c>withdrawn</c> or <c>paid</c>.</param>
/// <param name="Revision">The revision it concerns.</param>
/// <param name="Status">The HTTP status of a call; 0 when there was no answer; null when nothing was called.</param>
/// <param name="Detail">What a person needs to know more: the file, the outcome, the error.</param>
internal sealed record ErpLogEntry(
    DateTimeOffset At,
    string Kind,
    long Revision,
    int? Status = null,
    string? Detail = null
);

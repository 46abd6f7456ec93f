namespace PaymentBot.Storage;

/// <summary>A page of rows.</summary>
/// <param name="Rows">The rows in key order; may be empty although more follow.</param>
/// <param name="ContinuationToken">Where the next page starts, or null at the end.</param>
public sealed record TablePage(IReadOnlyList<TableEntity> Rows, string? ContinuationToken);

namespace PaymentBot.Approvals;

/// <summary>Value added tax of the whole request.</summary>
/// <param name="Mode">How the ERP reckons it, such as <c>included</c>, <c>added</c> or <c>none</c>; free text.</param>
/// <param name="Rate">The rate in percent as text, such as <c>20</c>, or null.</param>
/// <param name="Amount">The tax in the currency of the request, or null.</param>
public sealed record Vat(string Mode, string? Rate = null, decimal? Amount = null);

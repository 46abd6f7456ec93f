namespace PaymentBot.Approvals;

/// <summary>An amount of money. Decimal from the ERP to the card: never through binary floating point.</summary>
/// <param name="Amount">0 or more, at most 18 digits before and 4 after the point; the scale the ERP sent is kept.</param>
/// <param name="Currency">ISO 4217 alphabetic code in capitals, such as <c>RUB</c>.</param>
public readonly record struct Money(decimal Amount, string Currency);

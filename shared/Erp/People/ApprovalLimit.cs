namespace PaymentBot.Erp.People;

/// <summary>Up to which amount a person may decide, as the ERP announced it; the ERP itself judges by it.</summary>
/// <param name="Currency">The ISO 4217 code, three capital letters.</param>
/// <param name="Amount">The amount in units of the currency, 0 or more.</param>
public sealed record ApprovalLimit(string Currency, decimal Amount);

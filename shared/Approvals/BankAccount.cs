namespace PaymentBot.Approvals;

/// <summary>A bank account. The number is shown masked.</summary>
/// <param name="Number">The account number as the ERP sent it, possibly masked already.</param>
/// <param name="Bic">The bank's identification code, or null.</param>
public sealed record BankAccount(string Number, string? Bic = null);

namespace PaymentBot.Approvals;

/// <summary>Who is to be paid.</summary>
/// <param name="ErpId">The ERP's identity, or null when the ERP sent none or the empty reference.</param>
/// <param name="Name">The name to show, 1 to 1,000 characters.</param>
/// <param name="Inn">The taxpayer number, or null.</param>
/// <param name="Account">The bank account, or null.</param>
public sealed record Payee(ErpId? ErpId, string Name, string? Inn = null, BankAccount? Account = null);

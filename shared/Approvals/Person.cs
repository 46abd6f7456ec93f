namespace PaymentBot.Approvals;

/// <summary>An ERP user as a snapshot names them.</summary>
/// <param name="ErpId">The ERP's identity of the user.</param>
/// <param name="Name">The name to show, 1 to 1,000 characters.</param>
/// <param name="Email">The mailbox, or null when the ERP has none.</param>
public sealed record Person(ErpId ErpId, string Name, string? Email = null);

namespace PaymentBot.Approvals;

/// <summary>A catalogue entry of the ERP with its name: organization, department or cash flow item.</summary>
/// <param name="ErpId">The ERP's identity, or null when the ERP sent none or the empty reference.</param>
/// <param name="Name">The name to show, 1 to 1,000 characters.</param>
public sealed record Party(ErpId? ErpId, string Name);

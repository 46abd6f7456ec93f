using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>A user of the ERP.</summary>
/// <param name="ErpId">GUID as text.</param>
/// <param name="Role">The stage role the person usually fills, or <c>initiator</c>.</param>
internal sealed record ErpPerson(string ErpId, string Name, string Email, string Role)
{
    public JsonObject ToJson() =>
        new()
        {
            ["erpId"] = ErpId,
            ["name"] = Name,
            ["email"] = Email,
        };
}

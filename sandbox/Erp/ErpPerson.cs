using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>A user of the ERP.</summary>
/// <param name="ErpId">GUID as text.</param>
/// <param name="Role">The stage role the person usually fills, or <c>initiator</c>.</param>
internal sealed record ErpPerson(string ErpId, string Name, string Email, string Role)
{
    /// <summary>Whether the person still works here.</summary>
    public bool Active { get; init; } = true;

    /// <summary>As a snapshot names the person.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["erpId"] = ErpId,
            ["name"] = Name,
            ["email"] = Email,
        };

    /// <summary>As the ERP announces the person.</summary>
    public JsonObject ToDirectoryJson()
    {
        var json = ToJson();
        json["active"] = Active;
        json["roles"] = new JsonArray(Role);
        return json;
    }
}

using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>One stage of a route, read from and written to the snapshot itself.</summary>
internal sealed class RouteStage(JsonObject json)
{
    public long Number => json["stage"].AsInteger() ?? 0;

    public string State
    {
        get => json["state"].AsText() ?? "waiting";
        set => json["state"] = value;
    }

    public IEnumerable<JsonObject> Approvers =>
        json["approvers"] is JsonArray people ? people.OfType<JsonObject>() : [];

    public JsonObject? Approver(string? erpId) =>
        Approvers.FirstOrDefault(person => string.Equals(person["erpId"].AsText(), erpId, StringComparison.Ordinal));

    /// <summary>How many approvals the stage needs.</summary>
    public long Needed =>
        json["rule"] switch
        {
            JsonObject rule => rule["atLeast"].AsInteger() ?? 1,
            JsonValue rule when rule.AsText() is "all" => Approvers.Count(),
            _ => 1,
        };

    /// <summary>Whether one approval is not enough, so that the ERP tells who has agreed so far.</summary>
    public bool NeedsSeveral => json["rule"] is JsonObject || json["rule"].AsText() is "all";

    /// <summary>Tells who has agreed so far.</summary>
    /// <param name="erpIds">In the order they did; null to keep it to oneself.</param>
    public void TellAgreed(IEnumerable<string>? erpIds)
    {
        json.Remove("agreed");
        if (erpIds is not null && NeedsSeveral)
        {
            json["agreed"] = new JsonArray([
                .. erpIds.Select(Approver).OfType<JsonObject>().Select(one => one.DeepClone()),
            ]);
        }
    }

    public void Decide(string state, JsonObject person, string at, string? comment)
    {
        State = state;
        json["decidedBy"] = person.DeepClone();
        json["decidedAt"] = at;
        json["comment"] = comment;
    }

    /// <summary>Makes it the stage whose turn it is.</summary>
    public void Open(string? due)
    {
        State = "current";
        json["due"] ??= due;
    }

    /// <summary>Forgets what was decided.</summary>
    public void Reset()
    {
        State = "waiting";
        json.Remove("decidedBy");
        json.Remove("decidedAt");
        json.Remove("comment");
        json.Remove("due");
        json.Remove("agreed");
    }
}

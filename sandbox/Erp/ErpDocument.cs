using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>A payment document: its snapshot as the contract shows it, and what the ERP keeps beside it. Used only under the ledger's gate.</summary>
internal sealed class ErpDocument(JsonObject snapshot, IReadOnlyList<ErpFile> files)
{
    private const int KeptLog = 200;

    public JsonObject Snapshot { get; } = snapshot;

    public IReadOnlyList<ErpFile> Files { get; } = files;

    public List<ErpLogEntry> Log { get; } = [];

    /// <summary>Answers by decisionId, so that a repeated call gets the same one.</summary>
    public Dictionary<string, JsonObject> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>The bot's contentHash by revision, as told in its answers to notify.</summary>
    public Dictionary<long, string> Hashes { get; } = [];

    /// <summary>Who has approved the current stage so far, in that order.</summary>
    public List<string> Approvals { get; } = [];

    /// <summary>The revision the current stage began with: whoever saw this or a later one saw what there is to approve.</summary>
    public long StageFrom { get; private set; } = 1;

    /// <summary>Ids of the files that the bot has.</summary>
    public HashSet<string> Delivered { get; } = new(StringComparer.Ordinal);

    public string Id => Snapshot["id"].AsText()!;

    public long Revision
    {
        get => Snapshot["revision"].AsInteger() ?? 0;
        private set => Snapshot["revision"] = value;
    }

    public string Status
    {
        get => Snapshot["status"].AsText() ?? string.Empty;
        set => Snapshot["status"] = value;
    }

    public IReadOnlyList<RouteStage> Route =>
        Snapshot["route"] is JsonArray stages
            ? [.. stages.OfType<JsonObject>().Select(stage => new RouteStage(stage))]
            : [];

    public RouteStage? Current => Route.FirstOrDefault(stage => stage.State is "current");

    /// <summary>Counts a change.</summary>
    /// <param name="stageBegins">Whether a stage begins with it; not so when one of several has approved.</param>
    public void Advance(bool stageBegins = true)
    {
        Revision++;
        StageFrom = stageBegins ? Revision : StageFrom;
    }

    public void Note(ErpLogEntry entry)
    {
        Log.Add(entry);
        if (Log.Count > KeptLog)
        {
            Log.RemoveAt(0);
        }
    }
}

using System.Text.Json.Nodes;
using PaymentBot.Tests.App;

namespace PaymentBot.Tests.OneC;

/// <summary><c>infra/1c/tests/cases.json</c>: the one list that both the suite in the 1C language and its twin here are driven by.</summary>
internal static class CaseList
{
    /// <summary>The folder of the sample.</summary>
    public static string Folder { get; } = Path.Combine(ArchitectureTests.Root, "infra", "1c");

    private static readonly JsonNode List = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Folder, "tests", "cases.json"))
    )!;

    public static IEnumerable<JsonObject> All => List["cases"]!.AsArray().Select(entry => entry!.AsObject());

    public static TheoryData<string> Names(Func<JsonObject, bool> wanted) =>
        [.. All.Where(wanted).Select(entry => entry.Text("name"))];

    public static JsonObject Find(string name) => All.Single(entry => entry.Text("name") == name);

    /// <summary>A document that cases name.</summary>
    public static JsonNode Document(string name) => List["documents"]![name]!;

    public static string Text(this JsonNode entry, string field) => (string)entry[field]!;

    public static string[] Texts(this JsonNode entry, string field) =>
        [.. entry[field]!.AsArray().Select(text => (string)text!)];

    public static bool IsOf(this JsonObject entry, params string[] kinds) => kinds.Contains(entry.Text("kind"));

    public static bool Concerns(this JsonObject entry, string topic) => entry.Texts("topics").Contains(topic);

    /// <summary>The body of a case in bytes, with its byte order mark if it has one.</summary>
    public static byte[] Body(this JsonObject entry, string field = "body")
    {
        var text = entry[field] is JsonValue ? entry.Text(field) : entry[field]!.ToJsonString();
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return entry["bom"]?.GetValue<bool>() is true ? [0xEF, 0xBB, 0xBF, .. bytes] : bytes;
    }
}

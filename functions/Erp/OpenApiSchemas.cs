using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using PaymentBot.Erp;
using PaymentBot.Erp.Answers;
using PaymentBot.Erp.People;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Functions.Erp;

/// <summary>The schemas: of answers out of the types they are written with, of bodies what a tool can use. What a body has to hold exactly, its errors say.</summary>
internal static class OpenApiSchemas
{
    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) =>
            context.TypeInfo.Type == typeof(DateTimeOffset) || context.TypeInfo.Type == typeof(DateTimeOffset?)
                ? new JsonObject { ["type"] = "string", ["format"] = "date-time" }
                : schema,
    };

    /// <summary>All of them by name.</summary>
    public static JsonObject All() =>
        new()
        {
            [nameof(NotifyAnswer)] = Of(ErpJsonContext.Readable.NotifyAnswer),
            [nameof(RequestStateAnswer)] = Of(ErpJsonContext.Readable.RequestStateAnswer),
            [nameof(PeopleAnswer)] = Of(ErpJsonContext.Readable.PeopleAnswer),
            [nameof(AckAnswer)] = Of(ErpJsonContext.Readable.AckAnswer),
            [nameof(ProblemDocument)] = Of(ProblemJsonContext.Readable.ProblemDocument),
            [OpenApiCalls.Snapshot] = Open("schema", "id", "revision"),
            [OpenApiCalls.People] = List("people", PeopleReader.MaxPeople, Open("erpId", "name", "active")),
            ["DecisionEvent"] = Open("specversion", "id", "source", "type", "subject", "time", "data"),
            [OpenApiCalls.DecisionList] = WithCursor(List("decisions", DecisionList.Max, Reference("DecisionEvent"))),
            ["Ack"] = Ack(),
            [OpenApiCalls.Acks] = List("acks", AckReader.MaxAcks, Reference("Ack")),
        };

    private static JsonNode Of(JsonTypeInfo type) => type.GetJsonSchemaAsNode(Options);

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    /// <summary>An object with these fields at least; unknown ones are ignored.</summary>
    private static JsonObject Open(params IEnumerable<string> required) =>
        new() { ["type"] = "object", ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]) };

    private static JsonObject List(string name, int most, JsonObject items)
    {
        var list = Open(name);
        list["properties"] = new JsonObject
        {
            [name] = new JsonObject
            {
                ["type"] = "array",
                ["maxItems"] = most,
                ["items"] = items,
            },
        };
        return list;
    }

    private static JsonObject WithCursor(JsonObject list)
    {
        list["properties"]!["cursor"] = new JsonObject { ["type"] = "string" };
        return list;
    }

    private static JsonObject Ack()
    {
        var ack = Open("decisionId", "outcome");
        ack["properties"] = new JsonObject
        {
            ["decisionId"] = new JsonObject { ["type"] = "string" },
            ["outcome"] = new JsonObject { ["enum"] = new JsonArray("applied", "refused") },
            ["reason"] = new JsonObject { ["type"] = "string" },
            ["message"] = new JsonObject { ["type"] = "string" },
            ["snapshot"] = Reference(OpenApiCalls.Snapshot),
        };
        return ack;
    }
}

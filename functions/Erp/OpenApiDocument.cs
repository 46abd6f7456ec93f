using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Functions.Erp;

/// <summary>The contract as an OpenAPI 3.1 document: the calls, and schemas that come from the types the answers are written with.</summary>
internal static partial class OpenApiDocument
{
    private static readonly string[] SignatureHeaders = ["webhook-id", "webhook-timestamp", "webhook-signature"];

    /// <summary>Writes it.</summary>
    /// <returns>JSON in UTF-8.</returns>
    public static byte[] Write()
    {
        var paths = new JsonObject();
        foreach (var call in OpenApiCalls.All)
        {
            paths[call.Path] ??= new JsonObject();
            paths[call.Path]![call.Method] = Operation(call);
        }

        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "PaymentBot, the calls of the ERP",
                ["version"] = "1",
                ["description"] =
                    "Every call is signed by Standard Webhooks 1.0 over the raw body; a GET over an empty one.",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = OpenApiSchemas.All() },
        };
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private static JsonObject Operation(OpenApiCall call)
    {
        var operation = new JsonObject { ["summary"] = call.Summary, ["parameters"] = Parameters(call) };
        if (call.BodyType is { } type)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = Content(type, call.BodySchema),
            };
        }

        var answers = new JsonObject();
        foreach (var (status, schema) in call.Answers)
        {
            var answer = new JsonObject { ["description"] = schema is null ? "Done." : schema };
            if (schema is not null)
            {
                answer["content"] = Content("application/json", schema);
            }

            answers[status.ToString(CultureInfo.InvariantCulture)] = answer;
        }

        answers["default"] = new JsonObject
        {
            ["description"] = "A problem: 4xx is for good, 429 and 503 are to be tried again.",
            ["content"] = Content(ProblemJson.ContentType.Split(';')[0], nameof(ProblemDocument)),
        };
        operation["responses"] = answers;
        return operation;
    }

    private static JsonArray Parameters(OpenApiCall call) =>
        new([
            .. PathNames().Matches(call.Path).Select(match => Parameter(match.Groups["name"].Value, "path", null)),
            .. call.Query.Select(parameter => Parameter(parameter.Key, "query", parameter.Value)),
            .. SignatureHeaders.Select(name => Parameter(name, "header", null)),
        ]);

    private static JsonObject Parameter(string name, string place, string? description) =>
        new()
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = place is not "query",
            ["description"] = description ?? name,
            ["schema"] = new JsonObject { ["type"] = name is "wait" or "limit" ? "integer" : "string" },
        };

    private static JsonObject Content(string type, string? schema) =>
        new()
        {
            [type] = new JsonObject
            {
                ["schema"] = schema is null
                    ? new JsonObject { ["type"] = "string", ["format"] = "binary" }
                    : new JsonObject { ["$ref"] = $"#/components/schemas/{schema}" },
            },
        };

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathNames();
}

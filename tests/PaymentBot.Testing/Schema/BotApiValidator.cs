using System.Text.Json;

namespace PaymentBot.Testing.Schema;

/// <summary>Says what Telegram would refuse, misread or ignore in a request.</summary>
internal static class BotApiValidator
{
    /// <summary>Holds a recorded request against the schema.</summary>
    public static IReadOnlyList<string> Validate(string method, string? contentType, ReadOnlyMemory<byte> body) =>
        Validate(method, BotApiRequest.Parse(contentType, body));

    /// <summary>Holds a request against the schema; an empty list means that it is right.</summary>
    public static IReadOnlyList<string> Validate(string method, BotApiRequest request)
    {
        var schema = BotApiSchema.Load();
        if (request.Fault is { } fault)
        {
            return [$"{method}: {fault}"];
        }

        if (!schema.Methods.TryGetValue(method, out var known))
        {
            return [$"{method}: unknown method"];
        }

        var fields = known.Fields ?? [];
        var run = new ValidationRun(request.Files);
        var values = Values(request, fields);
        CheckFileParts(request, fields, run);
        new TypeChecker(schema, run).CheckMembers("", method, fields, values, request.Files.Keys);
        MethodRules.Check(method, values, run);
        run.Violations.AddRange(run.UnusedParts.Select(part => $"{part}: a file that nothing refers to"));
        return run.Violations;
    }

    private static void CheckFileParts(BotApiRequest request, IReadOnlyList<SchemaField> fields, ValidationRun run)
    {
        var fileFields = fields.Where(field => field.Types.Contains("InputFile", StringComparer.Ordinal));
        foreach (var field in fileFields.Where(field => run.HasFile(field.Name)))
        {
            run.Use(field.Name);
            if (request.Texts.ContainsKey(field.Name))
            {
                run.Add(field.Name, "both a file and a text");
            }
        }
    }

    private static Dictionary<string, JsonElement> Values(BotApiRequest request, IReadOnlyList<SchemaField> fields)
    {
        var values = request.Values.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, text) in request.Texts)
        {
            var field = fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal));
            values[name] = FromText(text, field?.Types ?? []);
        }

        return values;
    }

    /// <summary>A form's text is a string where a string is wanted and nothing else can be read from it.</summary>
    private static JsonElement FromText(string text, IReadOnlyList<string> types)
    {
        if (types.Any(type => type is not "String" and not "InputFile"))
        {
            try
            {
                // In a form Telegram reads true and false in any letter case.
                using var document = JsonDocument.Parse(text is "True" or "False" ? text.ToLowerInvariant() : text);
                return document.RootElement.Clone();
            }
            catch (JsonException)
            {
                return JsonSerializer.SerializeToElement(text);
            }
        }

        return JsonSerializer.SerializeToElement(text);
    }
}

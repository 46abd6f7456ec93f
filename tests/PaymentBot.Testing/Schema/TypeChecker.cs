using System.Text.Json;

namespace PaymentBot.Testing.Schema;

/// <summary>Holds values against the schema's type strings, recursively.</summary>
internal sealed class TypeChecker(BotApiSchema schema, ValidationRun run)
{
    private const string ArrayOf = "Array of ";

    /// <summary>Holds the members of an object against a list of fields.</summary>
    public void CheckMembers(
        string path,
        string owner,
        IReadOnlyList<SchemaField> fields,
        IReadOnlyDictionary<string, JsonElement> members,
        IEnumerable<string>? present = null
    )
    {
        foreach (var (name, value) in members)
        {
            if (fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal)) is { } field)
            {
                CheckField(Join(path, name), owner, field, value, members);
            }
            else
            {
                run.Add(Join(path, name), $"unknown field of {owner}");
            }
        }

        var given = members.Keys.Concat(present ?? []).ToHashSet(StringComparer.Ordinal);
        foreach (var field in fields.Where(field => field.Required && !given.Contains(field.Name)))
        {
            run.Add(Join(path, field.Name), $"required by {owner}");
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void CheckField(
        string path,
        string owner,
        SchemaField field,
        JsonElement value,
        IReadOnlyDictionary<string, JsonElement> siblings
    )
    {
        var found = run.Violations.Count;
        CheckTypes(path, field.Types, value);
        if (run.Violations.Count > found)
        {
            return;
        }

        CheckAllowed(path, field, value);
        LimitRules.Check(path, field, value, siblings, run);
        var isFile =
            field.Types.Contains("InputFile", StringComparer.Ordinal) || FileRules.IsFileName(owner, field.Name);
        if (isFile && value.ValueKind == JsonValueKind.String)
        {
            FileRules.CheckReference(path, value.GetString()!, run);
        }
    }

    private void CheckAllowed(string path, SchemaField field, JsonElement value)
    {
        if (
            field.Allowed is { } allowed
            && !allowed.Any(one => Comparer(field.Name).Equals(one.ToString(), value.ToString()))
        )
        {
            run.Add(path, $"'{value}' is none of {string.Join(", ", allowed)}");
        }

        if (field.AllowedItems is { } items && value.ValueKind == JsonValueKind.Array)
        {
            foreach (
                var item in value.EnumerateArray().Where(i => !items.Contains(i.ToString(), StringComparer.Ordinal))
            )
            {
                run.Add(path, $"'{item}' is none of {string.Join(", ", items)}");
            }
        }
    }

    // Telegram reads parse modes and colours in any letter case.
    private static StringComparer Comparer(string field) =>
        field is "style" || field.EndsWith("parse_mode", StringComparison.Ordinal)
            ? StringComparer.OrdinalIgnoreCase
            : StringComparer.Ordinal;

    /// <summary>One of several types must fit; when none does, the closest one says why.</summary>
    private void CheckTypes(string path, IReadOnlyList<string> types, JsonElement value)
    {
        ValidationRun? closest = null;
        foreach (var type in types)
        {
            var trial = run.Trial();
            new TypeChecker(schema, trial).CheckType(path, type, value);
            if (trial.Violations.Count == 0)
            {
                run.Merge(trial);
                return;
            }

            closest = closest is null || IsCloser(trial, closest, path) ? trial : closest;
        }

        run.Merge(closest!);
    }

    private static bool IsCloser(ValidationRun trial, ValidationRun than, string path) =>
        IsWrongKind(than, path) || (!IsWrongKind(trial, path) && trial.Violations.Count < than.Violations.Count);

    private static bool IsWrongKind(ValidationRun trial, string path) =>
        trial.Violations is [var only] && only.StartsWith($"{path}: wrong type", StringComparison.Ordinal);

    private void CheckType(string path, string type, JsonElement value)
    {
        if (type.StartsWith(ArrayOf, StringComparison.Ordinal))
        {
            CheckArray(path, type[ArrayOf.Length..], value);
        }
        else if (IsPrimitive(type))
        {
            if (!IsOfPrimitive(type, value))
            {
                run.Add(path, $"wrong type, {type} wanted");
            }
        }
        else if (schema.Types[type].Subtypes is { } subtypes)
        {
            CheckUnion(path, type, subtypes, value);
        }
        else
        {
            CheckObject(path, schema.Types[type], value);
        }
    }

    private void CheckArray(string path, string itemTypes, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            run.Add(path, $"wrong type, {ArrayOf}{itemTypes} wanted");
            return;
        }

        var types = itemTypes.StartsWith(ArrayOf, StringComparison.Ordinal)
            ? [itemTypes]
            : itemTypes.Split([", ", " and ", " or "], StringSplitOptions.RemoveEmptyEntries);
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            CheckTypes($"{path}[{index++}]", types, item);
        }
    }

    private void CheckUnion(string path, string type, IReadOnlyList<string> subtypes, JsonElement value)
    {
        var named = subtypes.FirstOrDefault(subtype => IsNamedBy(subtype, value));
        if (named is not null)
        {
            CheckObject(path, schema.Types[named], value);
        }
        else if (value.ValueKind == JsonValueKind.Object && subtypes.All(HasDiscriminator))
        {
            run.Add(path, $"no kind of {type}");
        }
        else
        {
            CheckTypes(path, subtypes, value);
        }
    }

    private IEnumerable<SchemaField> Discriminators(string type) =>
        schema.Types.TryGetValue(type, out var known) ? (known.Fields ?? []).Where(field => field.IsDiscriminator) : [];

    private bool HasDiscriminator(string type) => Discriminators(type).Any();

    private bool IsNamedBy(string type, JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && HasDiscriminator(type)
        && Discriminators(type)
            .All(field =>
                value.TryGetProperty(field.Name, out var name)
                && string.Equals(name.ToString(), field.Allowed![0].ToString(), StringComparison.Ordinal)
            );

    private void CheckObject(string path, SchemaType type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            run.Add(path, $"wrong type, {type.Name} wanted");
            return;
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject().Where(member => !members.TryAdd(member.Name, member.Value)))
        {
            run.Add(Join(path, member.Name), "stands twice");
        }

        CheckMembers(path, type.Name, type.Fields ?? [], members);
        ObjectRules.Check(path, type.Name, members, run);
    }

    private static bool IsPrimitive(string type) =>
        type is "Integer" or "Float" or "String" or "Boolean" or "True" or "InputFile";

    private static bool IsOfPrimitive(string type, JsonElement value) =>
        type switch
        {
            "Integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "Float" => value.ValueKind == JsonValueKind.Number,
            "Boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "True" => value.ValueKind == JsonValueKind.True,
            // As text a file can only be a part: Telegram ignores anything else.
            "InputFile" => value.ValueKind == JsonValueKind.String
                && value.GetString()!.StartsWith("attach://", StringComparison.Ordinal),
            _ => value.ValueKind == JsonValueKind.String,
        };
}

using System.Text;
using System.Text.Json;

namespace PaymentBot.Testing.Schema;

/// <summary>Lengths, ranges and counts.</summary>
internal static class LimitRules
{
    private const int MaxRawTextBytes = 32768;

    public static void Check(
        string path,
        SchemaField field,
        JsonElement value,
        IReadOnlyDictionary<string, JsonElement> siblings,
        ValidationRun run
    )
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                CheckText(path, field, value.GetString()!, siblings, run);
                break;
            case JsonValueKind.Number when value.TryGetInt64(out var number):
                CheckRange(path, number, field.Constraints?.Min, field.Constraints?.Max, run);
                break;
            case JsonValueKind.Array:
                CheckRange(
                    path,
                    value.GetArrayLength(),
                    field.Constraints?.MinItems,
                    field.Constraints?.MaxItems,
                    run,
                    " items"
                );
                break;
        }
    }

    private static void CheckText(
        string path,
        SchemaField field,
        string text,
        IReadOnlyDictionary<string, JsonElement> siblings,
        ValidationRun run
    )
    {
        if (Mode(field.Name) is { } modeField)
        {
            if (Encoding.UTF8.GetByteCount(text) > MaxRawTextBytes)
            {
                run.Add(path, $"more than {MaxRawTextBytes} bytes before parsing");
            }

            text = Visible(path, text, modeField, siblings, run);
        }

        if (field.Constraints is { } limits)
        {
            var isBytes = limits.Unit is "bytes";
            var length = isBytes ? Encoding.UTF8.GetByteCount(text) : text.EnumerateRunes().Count();
            CheckRange(path, length, limits.MinLength, limits.MaxLength, run, isBytes ? " bytes" : " code points");
        }
    }

    /// <summary>The member that tells how a text is marked up; null for texts that never are.</summary>
    private static string? Mode(string field) =>
        field switch
        {
            "text" or "caption" or "message_text" => "parse_mode",
            "quote" => "quote_parse_mode",
            _ => null,
        };

    private static string Visible(
        string path,
        string text,
        string modeField,
        IReadOnlyDictionary<string, JsonElement> siblings,
        ValidationRun run
    )
    {
        var isHtml =
            siblings.TryGetValue(modeField, out var mode)
            && string.Equals(mode.ToString(), "HTML", StringComparison.OrdinalIgnoreCase);
        if (!isHtml)
        {
            return text.Trim();
        }

        var html = TelegramHtml.Parse(text);
        foreach (var fault in html.Faults)
        {
            run.Add(path, fault);
        }

        return html.Text.Trim();
    }

    private static void CheckRange(string path, long value, long? min, long? max, ValidationRun run, string unit = "")
    {
        if (value < min || value > max)
        {
            run.Add(path, $"{value}{unit}, {min ?? 0} to {max} wanted");
        }
    }
}

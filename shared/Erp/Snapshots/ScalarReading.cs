using System.Text.Json;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>Reads whole numbers, truth values and words out of a closed list.</summary>
internal static class ScalarReading
{
    /// <summary>A whole number of at least <paramref name="min"/>; null when absent or not a whole number.</summary>
    public static long? Whole(this Field field, long min, long max = long.MaxValue)
    {
        if (!field.Is(JsonValueKind.Number))
        {
            return null;
        }

        if (field.Element.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'))
        {
            field.WrongType("whole number");
            return null;
        }

        if (field.Element.TryGetInt64(out var value) && value >= min && value <= max)
        {
            return value;
        }

        field.Report(ProblemKinds.NumberOutOfRange, min);
        return min;
    }

    /// <summary>True or false; false when absent.</summary>
    public static bool Flag(this Field field)
    {
        var isFlag = field.IsAbsent || field.Element.ValueKind is JsonValueKind.True or JsonValueKind.False;
        if (!isFlag)
        {
            field.WrongType("true, false");
        }

        return field.Element.ValueKind == JsonValueKind.True;
    }

    /// <summary>One of the words; reported when absent or another.</summary>
    public static T Word<T>(this Field field, WireWords<T> words)
        where T : struct, Enum
    {
        if (field.IsAbsent)
        {
            return field.Missing(default(T));
        }

        var word = field.Raw();
        if (word is not null && words.TryRead(word, out var value))
        {
            return value;
        }

        if (word is not null)
        {
            field.Report(ProblemKinds.UnknownValue, words.Allowed);
        }

        return default;
    }
}

using System.Globalization;
using System.Text.Json;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>
/// One place in the document, present or not. Its readers (in the files named <c>*Reading.cs</c>) answer null when the
/// field is absent or of the wrong type, and a stand-in when it is well-formed but impossible.
/// </summary>
internal readonly record struct Field(JsonElement Element, JsonPath Path, Reading Reading)
{
    public bool IsAbsent => Element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public Field At(string name)
    {
        JsonElement child = default;
        if (Element.ValueKind == JsonValueKind.Object)
        {
            Element.TryGetProperty(name, out child);
        }

        return new Field(child, Path.Child(name), Reading);
    }

    /// <summary>Whether a value of this kind is here; one of another kind is reported.</summary>
    public bool Is(JsonValueKind kind)
    {
        if (IsAbsent || Element.ValueKind == kind)
        {
            return !IsAbsent;
        }

        WrongType(kind.ToString().ToLowerInvariant());
        return false;
    }

    public void WrongType(string wanted) => Report(ProblemKinds.WrongType, wanted);

    public void Report(ProblemKind kind, string? argument = null) => Reading.Report(kind.At(Path.ToString(), argument));

    public void Report(ProblemKind kind, long argument) =>
        Report(kind, argument.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reports that a required field is absent, and gives the stand-in to carry on with.</summary>
    public T Missing<T>(T standIn)
    {
        Report(ProblemKinds.MissingField);
        return standIn;
    }

    public IReadOnlyList<T> List<T>(int max, Func<Field, T> read)
    {
        if (!Is(JsonValueKind.Array))
        {
            return [];
        }

        if (Element.GetArrayLength() > max)
        {
            Report(ProblemKinds.TooManyItems, max);
            return [];
        }

        var items = new List<T>(Element.GetArrayLength());
        foreach (var item in Element.EnumerateArray())
        {
            items.Add(read(new Field(item, Path.Child(items.Count), Reading)));
        }

        return items;
    }
}

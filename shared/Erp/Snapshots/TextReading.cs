using System.Text.Json;
using PaymentBot.Approvals;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>Reads texts and identities.</summary>
internal static class TextReading
{
    private const string EmptyReference = "00000000-0000-0000-0000-000000000000";

    /// <summary>A text of one line, cleaned; null when nothing is left of it.</summary>
    public static string? Line(this Field field, int max) =>
        field.Limit(field.Raw() is { } raw ? SnapshotText.Line(raw) : null, max);

    /// <summary>A text of several lines, cleaned; null when nothing is left of it.</summary>
    public static string? Lines(this Field field, int max) =>
        field.Limit(field.Raw() is { } raw ? SnapshotText.Lines(raw) : null, max);

    /// <summary>A name that has to be there.</summary>
    public static string Name(this Field field) => field.Line(SnapshotLimit.Name) ?? field.Missing("");

    /// <summary>An identity exactly as sent; null when it is empty or 1C's empty reference.</summary>
    public static string? Id(this Field field)
    {
        var id = field.Raw();
        if (string.IsNullOrEmpty(id) || string.Equals(id, EmptyReference, StringComparison.Ordinal))
        {
            return null;
        }

        if (id.Length > ErpId.MaxLength)
        {
            field.Report(ProblemKinds.TextTooLong, ErpId.MaxLength);
        }
        else if (id.Any(char.IsControl) || id.Trim().Length != id.Length)
        {
            field.Report(ProblemKinds.InvalidId);
        }

        return id;
    }

    /// <summary>A text exactly as sent, or null.</summary>
    public static string? Raw(this Field field)
    {
        if (!field.Is(JsonValueKind.String))
        {
            return null;
        }

        try
        {
            return field.Element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair; the bytes were checked to be UTF-8 before.
            field.Report(ProblemKinds.InvalidText);
            return null;
        }
    }

    private static string? Limit(this Field field, string? text, int max)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (SnapshotText.Length(text) > max)
        {
            field.Report(ProblemKinds.TextTooLong, max);
        }

        return text;
    }
}

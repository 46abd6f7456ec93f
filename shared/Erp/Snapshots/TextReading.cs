using System.Text;
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
        field.Limit(field.Raw() is { } raw ? CleanText.Line(raw) : null, max);

    /// <summary>A text of several lines, cleaned; null when nothing is left of it.</summary>
    public static string? Lines(this Field field, int max) =>
        field.Limit(field.Raw() is { } raw ? CleanText.Lines(raw) : null, max);

    /// <summary>A name that has to be there.</summary>
    public static string Name(this Field field) => field.Line(SnapshotLimit.Name) ?? field.Missing("");

    /// <summary>A code that has to be there.</summary>
    public static string RequiredCode(this Field field) => field.Line(SnapshotLimit.Code) ?? field.Missing("");

    /// <summary>An identity that has to be there.</summary>
    public static string RequiredId(this Field field) => field.Id() ?? field.Missing("");

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

        if (CleanText.Length(text) > max)
        {
            field.Report(ProblemKinds.TextTooLong, max);
        }

        return text;
    }
}

/// <summary>
/// Makes the ERP's text fit to be shown. Line breaks become <c>\n</c>; every other control character goes, except the tab;
/// white space around goes. In a text of one line, breaks and tabs become spaces, so that a name cannot pretend to be
/// another line of the card. Cleaning twice changes nothing.
/// </summary>
internal static class CleanText
{
    public static string Lines(string text) => Clean(text, keepBreaks: true);

    public static string Line(string text) => Clean(text, keepBreaks: false);

    /// <summary>The length in code points.</summary>
    public static int Length(string text) => text.Length - text.Count(char.IsLowSurrogate);

    /// <summary>The text, cut to so many code points.</summary>
    public static string Cut(string text, int max)
    {
        var units = 0;
        for (var left = max; left > 0 && units < text.Length; left--)
        {
            units += char.IsHighSurrogate(text[units]) && units + 1 < text.Length ? 2 : 1;
        }

        return text[..units];
    }

    private static string Clean(string text, bool keepBreaks)
    {
        if (!text.Any(char.IsControl) && !text.AsSpan().ContainsAny('\u2028', '\u2029'))
        {
            return text.Trim();
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\n' or '\t')
            {
                clean.Append(keepBreaks ? c : ' ');
            }
            else if (!char.IsControl(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Trim();
    }
}

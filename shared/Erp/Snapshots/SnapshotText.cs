using System.Text;

namespace PaymentBot.Erp.Snapshots;

/// <summary>
/// Makes the ERP's text fit to be shown. Line breaks become <c>\n</c>; every other control character goes, except the tab;
/// white space around goes. In a text of one line, breaks and tabs become spaces, so that a name cannot pretend to be
/// another line of the card. Cleaning twice changes nothing.
/// </summary>
internal static class SnapshotText
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

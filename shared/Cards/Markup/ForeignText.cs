using System.Globalization;
using System.Text;

namespace PaymentBot.Cards.Markup;

/// <summary>
/// Makes text from outside safe to stand between our own words: it cannot reorder them, forge a line of its own where none
/// is allowed, or take more room than given.
/// </summary>
internal static class ForeignText
{
    /// <summary>More marks than this on one letter are a joke or an attack, not a language.</summary>
    private const int MaxMarks = 8;

    private const string FirstStrongIsolate = "\u2068";
    private const string PopIsolate = "\u2069";

    /// <summary>One line, at most <paramref name="max"/> code points, ready to be put into a sentence (not yet escaped).</summary>
    public static string Inline(string? text, int max) => Isolate(Cutter.Cut(Clean(text, ' '), max));

    /// <summary>Several lines, at most <paramref name="max"/> code points; never more than one empty line in a row.</summary>
    public static string Lines(string? text, int max) => Isolate(Cutter.Cut(Clean(text, '\n'), max));

    private static string Isolate(string text) =>
        Direction.HasRightToLeft(text) ? string.Concat(FirstStrongIsolate, text, PopIsolate) : text;

    private static string Clean(string? text, char lineBreak)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var cleaned = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            Append(cleaned, rune, marks, lineBreak);
        }

        return cleaned.ToString().Trim(' ', '\n');
    }

    private static void Append(StringBuilder cleaned, Rune rune, int marks, char lineBreak)
    {
        if (rune.Value is '\n' or '\v')
        {
            AppendBreak(cleaned, lineBreak);
        }
        else if (Rune.IsWhiteSpace(rune))
        {
            AppendSpace(cleaned);
        }
        else if (marks <= MaxMarks && !Rune.IsControl(rune) && !Direction.IsInvisible(rune))
        {
            cleaned.Append(rune.ToString());
        }
    }

    private static void AppendBreak(StringBuilder cleaned, char lineBreak)
    {
        if (lineBreak == ' ')
        {
            AppendSpace(cleaned);
            return;
        }

        while (cleaned.Length > 0 && cleaned[^1] == ' ')
        {
            cleaned.Length--;
        }

        var twice = cleaned.Length >= 2 && cleaned[^1] == '\n' && cleaned[^2] == '\n';
        if (!twice)
        {
            cleaned.Append('\n');
        }
    }

    private static void AppendSpace(StringBuilder cleaned)
    {
        if (cleaned.Length > 0 && cleaned[^1] is not (' ' or '\n'))
        {
            cleaned.Append(' ');
        }
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}

/// <summary>What decides in which direction text runs (https://www.unicode.org/reports/tr9/).</summary>
internal static class Direction
{
    /// <summary>Whether a character is not seen itself: it only steers the direction of others, or hides.</summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value
            is >= 0x202A
                and <= 0x202E
                or >= 0x2066
                and <= 0x206F
                or 0x200E
                or 0x200F
                or 0x061C
                or 0x200B
                or >= 0x2060
                and <= 0x2064
                or 0x00AD
                or 0x180E
                or 0xFEFF
                or >= 0xFFF9
                and <= 0xFFFB;

    /// <summary>Whether <paramref name="text"/> holds a letter of a script written from right to left.</summary>
    public static bool HasRightToLeft(string text) => text.EnumerateRunes().Any(rune => IsRightToLeft(rune.Value));

    private static bool IsRightToLeft(int value) =>
        value
            is >= 0x0590
                and <= 0x08FF
                or >= 0xFB1D
                and <= 0xFDFF
                or >= 0xFE70
                and <= 0xFEFE
                or >= 0x10800
                and <= 0x10FFF
                or >= 0x1E800
                and <= 0x1EFFF;
}

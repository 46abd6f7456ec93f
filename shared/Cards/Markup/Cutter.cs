using System.Globalization;

namespace PaymentBot.Cards.Markup;

/// <summary>Cuts text to a number of code points without breaking what a reader sees as one character.</summary>
internal static class Cutter
{
    private const string Ellipsis = "…";

    /// <summary>From this length on a cut prefers the end of a word.</summary>
    private const int MinLengthForWords = 40;

    /// <summary>How many code points, Telegram's measure of text, <paramref name="text"/> has.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    /// <summary>The text itself, or its beginning and "…", together at most <paramref name="max"/> code points.</summary>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max || Count(text) <= max)
        {
            return text;
        }

        var end = EndOfClusters(text, max - 1);
        if (max >= MinLengthForWords)
        {
            end = EndOfWord(text, end);
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(), Ellipsis);
    }

    private static int EndOfClusters(string text, int max)
    {
        var end = 0;
        var count = 0;
        while (end < text.Length)
        {
            var cluster = text.AsSpan(end, StringInfo.GetNextTextElementLength(text, end));
            count += Count(cluster);
            if (count > max)
            {
                break;
            }

            end += cluster.Length;
        }

        return end;
    }

    private static int EndOfWord(string text, int end)
    {
        var space = text.LastIndexOfAny([' ', '\n'], Math.Max(end - 1, 0));
        return space > end * 4 / 5 ? space : end;
    }
}

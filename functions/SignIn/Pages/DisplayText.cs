using System.Globalization;
using System.Text;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>Makes a name that somebody chose for themselves fit for a page on which others rely.</summary>
internal static class DisplayText
{
    private const int MaxRunes = 80;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>One line without characters that hide or that turn the direction of others. It still has to be encoded, and isolated by <c>bdi</c>.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>At most 80 code points and an ellipsis.</returns>
    public static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        var count = 0;
        foreach (var rune in text.EnumerateRunes().Where(IsShown))
        {
            if (++count > MaxRunes)
            {
                cleaned.Append('…');
                break;
            }

            Append(cleaned, rune);
        }

        return cleaned.ToString().TrimEnd();
    }

    private static void Append(StringBuilder cleaned, Rune rune)
    {
        if (!Rune.IsWhiteSpace(rune))
        {
            cleaned.Append(rune.ToString());
        }
        else if (cleaned.Length > 0 && cleaned[^1] != ' ')
        {
            cleaned.Append(' ');
        }
    }

    private static bool IsShown(Rune rune) =>
        rune.Value == ZeroWidthJoiner
        || Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}

using System.Text;

namespace PaymentBot.Cards.Markup;

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

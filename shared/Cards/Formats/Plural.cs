namespace PaymentBot.Cards.Formats;

/// <summary>Plural forms of whole numbers (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html).</summary>
internal static class Plural
{
    /// <summary>Russian: 1, 21, 31 one; 2-4, 22-24 few; 0, 5-20, 25 many.</summary>
    public static string Russian(int count, string one, string few, string many) =>
        (count % 10, count % 100) switch
        {
            (1, not 11) => one,
            (>= 2 and <= 4, not (>= 12 and <= 14)) => few,
            _ => many,
        };

    /// <summary>English: 1 one; anything else other.</summary>
    public static string English(int count, string one, string other) => count == 1 ? one : other;
}

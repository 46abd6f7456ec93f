namespace PaymentBot.Bot.Search;

/// <summary>
/// Reads what people type into a search, in Russian and in English: <c>ромашка</c>, <c>123</c>, <c>&gt;1 млн</c>, <c>100-200 тыс</c>, <c>1 250 000</c>, <c>неделя</c>,
/// <c>15.11</c>, <c>2026-11</c>, <c>мои</c>, <c>waiting</c>, <c>отклонено</c>, and any of them together. What is none of that is a word to look for. Pure.
/// </summary>
public static class SearchText
{
    /// <summary>The longest text that is read; an inline query has at most as much (https://core.telegram.org/bots/api#inlinequery).</summary>
    public const int MaxLength = 256;

    /// <summary>Reads a text. Never throws.</summary>
    /// <param name="text">Any text, or null.</param>
    /// <param name="today">The day on which it was written, in the zone of the ERP.</param>
    public static SearchQuery Parse(string? text, DateOnly today)
    {
        var query = new SearchQuery();
        var rest = AmountText.Take(Clean(text), ref query);
        var parts = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<string> words = [];
        for (var index = 0; index < parts.Length; index++)
        {
            if (PeriodText.Take(parts, ref index, today, ref query) || StateText.Take(parts[index], ref query))
            {
                continue;
            }

            words.AddRange(SearchWords.Split(parts[index]));
        }

        return query with
        {
            Words = [.. words.Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>One kind of space, one kind of dash, lower case, ё as е, and no more than is read.</summary>
    private static string Clean(string? text)
    {
        var given = text ?? string.Empty;
        return string.Create(
            Math.Min(given.Length, MaxLength),
            given,
            static (clean, from) =>
            {
                for (var index = 0; index < clean.Length; index++)
                {
                    clean[index] = Clean(from[index]);
                }
            }
        );
    }

    private static char Clean(char symbol) =>
        symbol switch
        {
            'ё' or 'Ё' => 'е',
            '–' or '—' or '−' or '‑' => '-',
            _ when char.IsWhiteSpace(symbol) || char.IsControl(symbol) => ' ',
            _ => char.ToLowerInvariant(symbol),
        };
}

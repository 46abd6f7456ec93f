using PaymentBot.Approvals;

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

/// <summary>Reads words for states and for what a request is to the reader. Pure.</summary>
internal static class StateText
{
    /// <summary>Takes a word.</summary>
    /// <param name="word">The word, in lower case, without ё.</param>
    /// <param name="query">Learns what it says.</param>
    /// <returns>Whether it says something.</returns>
    public static bool Take(string word, ref SearchQuery query)
    {
        if (StatusOf(word) is { } status)
        {
            query = query with { Status = status };
            return true;
        }

        switch (word)
        {
            case "мои" or "мой" or "моя" or "мое" or "mine" or "my":
                query = query with { Mine = true };
                return true;
            case "жду" or "ждут" or "ждет" or "ожидают" or "waiting":
                query = query with { Waiting = true };
                return true;
            case "решенные" or "решил" or "решила" or "decided":
                query = query with { Decided = true };
                return true;
            default:
                return false;
        }
    }

    private static RequestStatus? StatusOf(string word) =>
        word switch
        {
            "согласуется" or "согласуются" or "открытые" or "pending" or "open" => RequestStatus.Pending,
            "согласован" or "одобрен" or "approved" => RequestStatus.Approved,
            "отклонен" or "rejected" or "declined" => RequestStatus.Rejected,
            "отозван" or "withdrawn" => RequestStatus.Withdrawn,
            "оплачен" or "paid" => RequestStatus.Paid,
            _ => Ending(word) is { } stem ? StatusOf(stem) : null,
        };

    /// <summary>The short form of «согласовано», «согласованные», «оплаченные» and the like; null for a word of another kind.</summary>
    private static string? Ending(string word)
    {
        ReadOnlySpan<string> endings = ["ные", "ный", "ная", "ное", "о", "а", "ы"];
        foreach (var ending in endings)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
            {
                // «согласованные» has two н, the short form one.
                var stem = word[..^ending.Length];
                return stem.EndsWith('н') ? stem : null;
            }
        }

        return null;
    }
}

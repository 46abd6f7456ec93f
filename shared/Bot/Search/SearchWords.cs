using PaymentBot.Approvals;

namespace PaymentBot.Bot.Search;

/// <summary>The words a request is found by, and which of them the index has lists for. Pure.</summary>
internal static class SearchWords
{
    /// <summary>A list holds the requests with words of the same first three, or first six, letters.</summary>
    public const int Short = 3;

    /// <summary>See <see cref="Short"/>.</summary>
    public const int Long = 6;

    private const int MaxWord = 40;
    private const int MaxOfNumber = 8;
    private const int MaxOfPayee = 14;
    private const int MaxOfPurpose = 24;

    /// <summary>Words that nearly every payment has: the newest requests have them too, and no list is kept.</summary>
    private static readonly string[] Common =
    [
        .. "ооо оао зао пао нко фгуп мкк для без при под или это том числе ндс руб рублей оплата оплату оплаты предоплата предоплату счет счета счету".Split(
            ' '
        ),
        .. "договор договора договору договоре согласно сумма сумму сумме год года услуги услуг товар товары".Split(
            ' '
        ),
        .. "the and for from inc llc ltd limited company invoice payment contract agreement amount vat goods services".Split(
            ' '
        ),
    ];

    /// <summary>All words of a request, each once.</summary>
    public static IReadOnlyList<string> Of(PaymentRequest request) =>
        [
            .. Split(request.Number)
                .Take(MaxOfNumber)
                .Concat(Split(request.Payee.Name).Concat(Split(request.Payee.Inn)).Take(MaxOfPayee))
                .Concat(Split(request.Purpose).Take(MaxOfPurpose))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>
    /// Words in lower case, ё as е. A word of letters and digits counts as a whole and in its parts; of leading zeros nothing is left but the last digit of a
    /// number that has no other.
    /// </summary>
    /// <param name="text">Any text, or null.</param>
    public static IEnumerable<string> Split(string? text)
    {
        var rest = text ?? string.Empty;
        var start = 0;
        while (start < rest.Length)
        {
            var end = start;
            while (end < rest.Length && char.IsLetterOrDigit(rest[end]))
            {
                end++;
            }

            foreach (var word in end == start ? [] : Parts(rest[start..end]))
            {
                yield return word;
            }

            start = end + 1;
        }
    }

    /// <summary>The lists of the index that a word of a request stands in.</summary>
    public static IEnumerable<string> ListsOf(string word)
    {
        if (word.Length < Short || Common.Contains(word, StringComparer.Ordinal))
        {
            yield break;
        }

        yield return word[..Short];
        if (word.Length >= Long)
        {
            yield return word[..Long];
        }
    }

    /// <summary>The shortest list that holds every request with a word that begins so, or null when there is none.</summary>
    /// <param name="beginning">The beginning of a word, as <see cref="Split"/> gives it.</param>
    public static string? ListFor(string beginning)
    {
        if (beginning.Length < Short || Common.Any(common => common.StartsWith(beginning, StringComparison.Ordinal)))
        {
            return null;
        }

        return beginning[..(beginning.Length >= Long ? Long : Short)];
    }

    /// <summary>Adds to a mark what a word of a request has, or what the beginning of a word asks for.</summary>
    public static void Mark(SearchMark mark, string word)
    {
        foreach (var length in (ReadOnlySpan<int>)[2, Short, Long])
        {
            if (word.Length >= length)
            {
                mark.Add($"w{word[..length]}");
            }
        }
    }

    private static IEnumerable<string> Parts(string run)
    {
        var word = Fold(run);
        yield return word;
        for (var start = 0; start < run.Length; )
        {
            var end = start + 1;
            while (end < run.Length && char.IsDigit(run[end]) == char.IsDigit(run[start]))
            {
                end++;
            }

            if (start > 0 || end < run.Length)
            {
                yield return Fold(run[start..end]);
            }

            start = end;
        }
    }

    private static string Fold(string run)
    {
        var word = run.ToLowerInvariant().Replace('ё', 'е');
        if (!word.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            var trimmed = word.TrimStart('0');
            word = trimmed.Length == 0 ? "0" : trimmed;
        }

        return word.Length <= MaxWord ? word : word[..MaxWord];
    }
}

using System.Globalization;

namespace PaymentBot.Erp.Problems;

/// <summary>Chooses the language of an error answer (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4).</summary>
public static class AcceptLanguage
{
    private const int MaxRanges = 16;

    /// <summary>The wanted language of the highest quality that there is; at equal quality the first named.</summary>
    /// <param name="header">The value of <c>Accept-Language</c>, or null; nonsense in it is skipped.</param>
    /// <param name="otherwise">The language when the caller wants none of ours.</param>
    public static ProblemLanguage Choose(string? header, ProblemLanguage otherwise)
    {
        var chosen = otherwise;
        double best = 0;
        var seen = 0;
        ReadOnlySpan<char> ranges = header;
        foreach (var range in ranges.Split(','))
        {
            if (++seen > MaxRanges)
            {
                break;
            }

            var wanted = ranges[range].Trim();
            var quality = QualityOf(wanted);
            if (quality > best && LanguageOf(wanted, otherwise) is { } language)
            {
                best = quality;
                chosen = language;
            }
        }

        return chosen;
    }

    private static ProblemLanguage? LanguageOf(ReadOnlySpan<char> wanted, ProblemLanguage otherwise)
    {
        var end = wanted.IndexOfAny('-', ';', ' ');
        return (end < 0 ? wanted : wanted[..end]) switch
        {
            "*" => otherwise,
            "ru" or "RU" or "Ru" => ProblemLanguage.Russian,
            "en" or "EN" or "En" => ProblemLanguage.English,
            _ => null,
        };
    }

    private static double QualityOf(ReadOnlySpan<char> wanted)
    {
        var parameter = wanted.IndexOf(';');
        if (parameter < 0)
        {
            return 1;
        }

        var weight = wanted[(parameter + 1)..].Trim();
        return
            weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
            && double.TryParse(
                weight[2..],
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var quality
            )
            ? quality
            : 0;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentBot.Bot.Search;

/// <summary>Takes amounts out of a text: comparisons, ranges, and single amounts that cannot be a document's number. Pure.</summary>
internal static partial class AmountText
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Timeout = 1000;
    private const decimal Least = 0.01m;
    private const decimal Half = 0.5m;

    private const string Number = @"(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,15})(?:[.,][0-9]{1,2})?";
    private const string Word =
        "млрд|миллиард[а-я]*|bn|billions?|млн|миллион[а-я]*|mln|millions?|тыс|тысяч[а-я]*|thousands?";
    private const string Currency = @"(?: ?(?:₽|руб[а-я]*|р|rub|usd|eur|cny|\$|€)(?![а-яa-z0-9]))?[.]?";
    private const string Before = @"(?<![\w.,-])";
    private const string After = @"(?![\w,-])(?!\.[0-9])";

    /// <summary>Takes what it understands.</summary>
    /// <param name="text">The text, in lower case.</param>
    /// <param name="query">Learns the amounts.</param>
    /// <returns>The rest of the text.</returns>
    public static string Take(string text, ref SearchQuery query)
    {
        var found = query;
        var rest = Ranges().Replace(text, match => Range(match, ref found));
        rest = Comparisons().Replace(rest, match => Compare(match, ref found));
        rest = Singles().Replace(rest, match => Single(match, ref found));
        query = found;
        return rest;
    }

    [GeneratedRegex(
        Before
            + "((?<opening>от|from|с) )?(?<low>"
            + Number
            + ")( ?(?<lowunit>"
            + Word
            + ")[.]?|(?<lowunit>[мткmk]))?(?<dash> ?- ?| до | по | to )(?<high>"
            + Number
            + ")( ?(?<unit>"
            + Word
            + ")[.]?|(?<unit>[мткmk]))?"
            + Currency
            + After,
        Options,
        Timeout
    )]
    private static partial Regex Ranges();

    [GeneratedRegex(
        @"(?<sign>>=|<=|[<>≥≤]|"
            + Before
            + "(от|до|свыше|более|больше|выше|менее|меньше|ниже|over|above|below|under|from|to) ) ?(?<value>"
            + Number
            + ")( ?(?<unit>"
            + Word
            + ")[.]?|(?<unit>[мткmk]))?"
            + Currency
            + After,
        Options,
        Timeout
    )]
    private static partial Regex Comparisons();

    [GeneratedRegex(
        Before
            + "(?<value>"
            + Number
            + ")( ?(?<unit>"
            + Word
            + ")[.]?|(?<unit>[мткmk]))?(?<currency>"
            + Currency
            + ")"
            + After,
        Options,
        Timeout
    )]
    private static partial Regex Singles();

    private static string Range(Match match, ref SearchQuery query)
    {
        var unit = match.Groups["unit"].Value;
        var high = match.Groups["high"].Value;
        if (unit.Length == 0 && !high.Contains(' ', StringComparison.Ordinal))
        {
            return match.Value;
        }

        var lowUnit = match.Groups["lowunit"].Value;
        var to = Value(high) * Factor(unit);
        var from = Value(match.Groups["low"].Value) * Factor(lowUnit.Length > 0 ? lowUnit : unit);
        query = query with { AmountFrom = Math.Min(from, to), AmountTo = Math.Max(from, to) };
        return " ";
    }

    private static string Compare(Match match, ref SearchQuery query)
    {
        var sign = match.Groups["sign"].Value.Trim();
        var text = match.Groups["value"].Value;
        var unit = match.Groups["unit"].Value;
        if (char.IsLetter(sign[0]) && unit.Length == 0 && text.Contains('.', StringComparison.Ordinal))
        {
            // "от 15.11" is a day.
            return match.Value;
        }

        var value = Value(text) * Factor(unit);
        query = sign switch
        {
            ">" => query with { AmountFrom = value + Least },
            "<" => query with { AmountTo = value - Least },
            "<=" or "≤" or "до" or "менее" or "меньше" or "ниже" or "below" or "under" or "to" => query with
            {
                AmountTo = value,
            },
            _ => query with { AmountFrom = value },
        };
        return " ";
    }

    /// <summary>An amount with a unit means all that are written so when rounded; one with groups of digits means itself, whatever its kopecks.</summary>
    private static string Single(Match match, ref SearchQuery query)
    {
        var text = match.Groups["value"].Value;
        var unit = match.Groups["unit"].Value;
        var grouped = text.Contains(' ', StringComparison.Ordinal);
        if (unit.Length == 0 && !grouped && match.Groups["currency"].Value.Trim(' ', '.').Length == 0)
        {
            return match.Value;
        }

        var value = Value(text);
        if (unit.Length == 0)
        {
            query = query with
            {
                AmountFrom = value,
                AmountTo = value == decimal.Truncate(value) ? value + 1 - Least : value,
            };
            return " ";
        }

        var step = Half;
        for (var digits = Decimals(text); digits > 0; digits--)
        {
            step /= 10;
        }

        var factor = Factor(unit);
        query = query with { AmountFrom = (value - step) * factor, AmountTo = ((value + step) * factor) - Least };
        return " ";
    }

    private static int Decimals(string text)
    {
        var point = text.AsSpan().IndexOfAny(".,");
        return point < 0 ? 0 : text.Length - point - 1;
    }

    private static decimal Value(string text)
    {
        var plain = text.Replace(" ", string.Empty, StringComparison.Ordinal).Replace(',', '.');
        return decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private static decimal Factor(string unit) =>
        unit switch
        {
            "" => 1,
            "м" or "m" => 1_000_000,
            _ when unit.StartsWith("млрд", StringComparison.Ordinal) || unit is ['м', 'и', 'л', 'л', 'и', 'а', ..] =>
                1_000_000_000,
            ['b', ..] => 1_000_000_000,
            ['м', ..] or ['m', ..] => 1_000_000,
            _ => 1_000,
        };
}

using System.Globalization;
using System.Text.Json;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>
/// Reads amounts without binary floating point: the digits are looked at as text, so nothing is ever rounded. A string is
/// <c>digits[.digits]</c>; a JSON number may have an exponent as well.
/// </summary>
internal static class AmountReading
{
    private const int MaxWholeDigits = 18;

    private const int MaxScale = 4;

    private const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>0 or more with the scale as sent; null when absent or not an amount; 0 after reporting an impossible one.</summary>
    public static decimal? Amount(this Field field)
    {
        var text = field.Element.ValueKind switch
        {
            JsonValueKind.Number => field.Element.GetRawText(),
            JsonValueKind.String or JsonValueKind.Undefined or JsonValueKind.Null => field.Raw(),
            _ => "",
        };
        if (text is null)
        {
            return null;
        }

        if (text.Length == 0)
        {
            return field.Element.ValueKind == JsonValueKind.String ? null : NoAmount(field);
        }

        var isNumber = field.Element.ValueKind == JsonValueKind.Number;
        var negative = text[0] == '-';
        if (!IsWellFormed(text.AsSpan(negative ? 1 : 0), isNumber))
        {
            return NoAmount(field);
        }

        if (negative)
        {
            return Impossible(field, ProblemKinds.NegativeAmount);
        }

        return IsInRange(text)
            ? decimal.Parse(text, Style, CultureInfo.InvariantCulture)
            : Impossible(field, ProblemKinds.AmountOutOfRange);
    }

    private static decimal? NoAmount(Field field)
    {
        if (field.Element.ValueKind is JsonValueKind.String)
        {
            field.Report(ProblemKinds.InvalidAmount);
        }
        else
        {
            field.WrongType("string, number");
        }

        return null;
    }

    private static decimal? Impossible(Field field, ProblemKind kind)
    {
        field.Report(kind);
        return 0;
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text, bool isNumber)
    {
        // A JSON number was held against JSON's grammar by the parser.
        var point = text.IndexOf('.');
        return isNumber || (point < 0 ? IsDigits(text) : IsDigits(text[..point]) && IsDigits(text[(point + 1)..]));
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsInRange(ReadOnlySpan<char> text)
    {
        var exponent = 0;
        var e = text.IndexOfAny('e', 'E');
        if (e >= 0)
        {
            if (
                !int.TryParse(
                    text[(e + 1)..],
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out exponent
                )
            )
            {
                return false;
            }

            text = text[..e];
        }

        var point = text.IndexOf('.');
        var fraction = point < 0 ? 0 : text.Length - point - 1;
        var whole = (point < 0 ? text : text[..point]).TrimStart('0').Length;
        return Math.Abs((long)exponent) <= MaxWholeDigits + MaxScale
            && fraction - exponent <= MaxScale
            && whole + exponent <= MaxWholeDigits;
    }
}

using System.Globalization;
using System.Text;

namespace PaymentBot.Cards.Formats;

/// <summary>Writes a decimal with grouped digits and every digit it has.</summary>
internal static class DecimalText
{
    private const int GroupSize = 3;

    /// <summary>
    /// <paramref name="value"/> with at least <paramref name="minDecimals"/> decimals and as many more as are not trailing zeros.
    /// </summary>
    public static string Write(decimal value, int minDecimals, char group, char point)
    {
        var digits = Math.Abs(value).ToString(CultureInfo.InvariantCulture);
        var dot = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? digits : digits[..dot];
        var fraction = (dot < 0 ? string.Empty : digits[(dot + 1)..].TrimEnd('0')).PadRight(minDecimals, '0');

        var written = new StringBuilder(digits.Length + 12);
        written.Append(value < 0 ? "−" : string.Empty);
        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % GroupSize == 0)
            {
                written.Append(group);
            }

            written.Append(whole[i]);
        }

        return fraction.Length == 0 ? written.ToString() : written.Append(point).Append(fraction).ToString();
    }
}

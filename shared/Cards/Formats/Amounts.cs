using System.Globalization;
using System.Text;

namespace PaymentBot.Cards.Formats;

/// <summary>How many digits an amount has, and how they stand.</summary>
internal static class Amounts
{
    private const int UsualDecimals = 2;
    private const int GroupSize = 3;

    /// <summary>How many decimals an amount of <paramref name="currency"/> shows at least; 2 where the code is not known.</summary>
    public static int DecimalsOf(string currency) =>
        // The minor units of ISO 4217:
        // https://www.six-group.com/en/products-services/financial-information/data-standards.html
        currency switch
        {
            "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" => 0,
            "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            _ => UsualDecimals,
        };

    /// <summary>The amount with its two leading digits, halves away from zero: how large a payment is, and no more.</summary>
    public static decimal Rough(decimal amount)
    {
        if (amount == 0)
        {
            return 0;
        }

        var step = 1m;
        while (Math.Abs(amount) / step >= 100)
        {
            step *= 10;
        }

        if (step > 1)
        {
            return Math.Round(amount / step, MidpointRounding.AwayFromZero) * step;
        }

        var decimals = 1;
        for (var rest = Math.Abs(amount); rest < 1 && decimals < 28; rest *= 10)
        {
            decimals++;
        }

        return Math.Round(amount, Math.Abs(amount) >= 10 ? 0 : decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>
    /// <paramref name="value"/> with grouped digits, at least <paramref name="minDecimals"/> decimals and as many more as are not trailing zeros.
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

using System.Text;

namespace PaymentBot.Cards.Markup;

/// <summary>Hides long numbers in what people wrote: accounts, cards, taxpayer numbers.</summary>
internal static class DigitMask
{
    /// <summary>The shortest number that is hidden: a company's INN has 10 digits.</summary>
    private const int Hidden = 10;

    private const string Mask = "••••";

    /// <summary>The text with every run of 10 digits or more hidden. One space, line break, hyphen or point between two digits does not end a run.</summary>
    /// <param name="text">Text from outside, cleaned: one kind of space, nothing invisible.</param>
    public static string Apply(string text)
    {
        var written = new StringBuilder(text.Length);
        var position = 0;
        while (position < text.Length)
        {
            var (length, digits) = char.IsDigit(text[position]) ? Run(text.AsSpan(position)) : (1, 0);
            written.Append(digits >= Hidden ? Mask : text.AsSpan(position, length));
            position += length;
        }

        return written.ToString();
    }

    private static (int Length, int Digits) Run(ReadOnlySpan<char> text)
    {
        var digits = 0;
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]))
            {
                digits++;
                length = i + 1;
            }
            else if (!IsSeparator(text[i]) || (i > 0 && IsSeparator(text[i - 1])))
            {
                break;
            }
        }

        return (length, digits);
    }

    private static bool IsSeparator(char symbol) => symbol is ' ' or '\n' or '-' or '.';
}

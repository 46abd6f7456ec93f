using System.Globalization;
using System.Text;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>The only character references Telegram decodes: <c>&amp;lt; &amp;gt; &amp;amp; &amp;quot;</c> and numeric ones.</summary>
internal static class HtmlReference
{
    /// <summary>Decodes the reference that begins at <paramref name="position"/>, or returns null.</summary>
    public static (string Text, int Length)? Decode(string html, int position)
    {
        var rest = html.AsSpan(position);
        if (rest.StartsWith("&#", StringComparison.Ordinal))
        {
            return Numeric(rest);
        }

        foreach (var (name, text) in new[] { ("&lt", "<"), ("&gt", ">"), ("&amp", "&"), ("&quot", "\"") })
        {
            if (rest.StartsWith(name, StringComparison.Ordinal))
            {
                var closed = rest.Length > name.Length && rest[name.Length] == ';';
                return (text, name.Length + (closed ? 1 : 0));
            }
        }

        return null;
    }

    public static string DecodeAll(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var position = 0; position < html.Length; )
        {
            var decoded = html[position] == '&' ? Decode(html, position) : null;
            text.Append(decoded?.Text ?? html[position].ToString());
            position += decoded?.Length ?? 1;
        }

        return text.ToString();
    }

    private static (string Text, int Length)? Numeric(ReadOnlySpan<char> rest)
    {
        var hex = rest.Length > 2 && rest[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var digits = rest[start..].IndexOfAnyExcept(hex ? "0123456789abcdefABCDEF" : "0123456789");
        var end = digits < 0 ? rest.Length : start + digits;

        if (!TryRead(rest[start..end], hex, out var code))
        {
            return null;
        }

        return (new Rune(code).ToString(), end < rest.Length && rest[end] == ';' ? end + 1 : end);
    }

    private static bool TryRead(ReadOnlySpan<char> digits, bool hex, out int code)
    {
        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(digits, style, CultureInfo.InvariantCulture, out code) && code != 0 && Rune.IsValid(code);
    }
}

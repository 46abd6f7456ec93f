using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PaymentBot.Testing.Schema;

/// <summary>Reads Telegram's HTML: the text a person sees, and what Telegram would refuse or show raw.</summary>
internal sealed partial class TelegramHtml
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _faults = [];
    private readonly Stack<string> _open = new();

    private TelegramHtml() { }

    public string Text => _text.ToString();

    public IReadOnlyList<string> Faults => _faults;

    public static TelegramHtml Parse(string html)
    {
        var parsed = new TelegramHtml();
        var position = 0;
        while (position < html.Length)
        {
            position = html[position] switch
            {
                '<' => parsed.ReadTag(html, position),
                '&' => parsed.ReadReference(html, position),
                _ => parsed.ReadCharacter(html, position),
            };
        }

        foreach (var tag in parsed._open)
        {
            parsed._faults.Add($"<{tag}> is not closed");
        }

        return parsed;
    }

    private int ReadCharacter(string html, int position)
    {
        if (html[position] == '>')
        {
            _faults.Add("> is not escaped");
        }

        _text.Append(html[position]);
        return position + 1;
    }

    private int ReadReference(string html, int position)
    {
        var match = Reference().Match(html, position);
        if (!match.Success)
        {
            _faults.Add("& is not escaped, or names an entity that Telegram does not know");
            _text.Append('&');
            return position + 1;
        }

        _text.Append(Decode(match.Groups["name"].Value));
        return position + match.Length;
    }

    private static string Decode(string name) =>
        name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            _ => DecodeNumber(name),
        };

    private static string DecodeNumber(string name)
    {
        var isHex = name[1] is 'x' or 'X';
        var digits = name[(isHex ? 2 : 1)..];
        var style = isHex ? NumberStyles.HexNumber : NumberStyles.None;
        var isRune = int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code);
        return isRune ? new Rune(code).ToString() : "\uFFFD";
    }

    private int ReadTag(string html, int position)
    {
        var match = Tag().Match(html, position);
        if (!match.Success)
        {
            _faults.Add("< is not escaped");
            _text.Append('<');
            return position + 1;
        }

        var name = match.Groups["name"].Value.ToLowerInvariant();
        if (match.Groups["end"].Length > 0)
        {
            Close(name);
        }
        else
        {
            Open(name, match.Groups["attributes"].Value);
        }

        return position + match.Length;
    }

    private void Close(string name)
    {
        if (_open.Count > 0 && string.Equals(_open.Peek(), name, StringComparison.Ordinal))
        {
            _open.Pop();
        }
        else
        {
            _faults.Add($"</{name}> closes nothing, or not the innermost tag");
        }
    }

    private void Open(string name, string attributes)
    {
        if (HtmlTags.Fault(name, Attributes(attributes), _open) is { } fault)
        {
            _faults.Add(fault);
        }

        _open.Push(name);
    }

    private static Dictionary<string, string> Attributes(string text)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Attribute().Matches(text))
        {
            attributes[match.Groups["name"].Value] = match.Groups["value"].Value;
        }

        return attributes;
    }

    [GeneratedRegex(@"\G&(?<name>lt|gt|amp|quot|#[0-9]+|#[xX][0-9a-fA-F]+);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(
        """\G<(?<end>/?)(?<name>[A-Za-z][A-Za-z0-9-]*)(?<attributes>(\s+[A-Za-z-]+(="[^"<>]*")?)*)\s*>""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<name>[A-Za-z-]+)(="(?<value>[^"]*)")?""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();
}

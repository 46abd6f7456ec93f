using System.Text;

namespace PaymentBot.Tests.Cards;

/// <summary>
/// Reads Telegram's HTML as the Bot API server does, written apart from the code that makes it: known tags only, properly nested, quotes
/// never nested, only the four named references.
/// </summary>
internal sealed class TelegramHtml
{
    private static readonly string[] s_tags = ["b", "i", "code", "blockquote", "blockquote expandable", "a"];
    private readonly Stack<string> _open = [];
    private readonly StringBuilder _text = new();

    public int Entities { get; private set; }

    public string Text => _text.ToString();

    public int CodePoints => Text.EnumerateRunes().Count();

    public static TelegramHtml Parse(string html)
    {
        var parsed = new TelegramHtml();
        for (var i = 0; i < html.Length; )
        {
            i = html[i] switch
            {
                '<' => parsed.Tag(html, i),
                '&' => parsed.Reference(html, i),
                '>' => throw new FormatException("A bare '>'."),
                _ => parsed.Plain(html, i),
            };
        }

        return parsed._open.Count == 0 ? parsed : throw new FormatException($"<{parsed._open.Peek()}> is not closed.");
    }

    private int Plain(string html, int at)
    {
        if (char.IsSurrogate(html[at]) && !char.IsSurrogatePair(html, at))
        {
            throw new FormatException("Half a surrogate pair.");
        }

        var length = char.IsSurrogate(html[at]) ? 2 : 1;
        _text.Append(html, at, length);
        return at + length;
    }

    private int Reference(string html, int at)
    {
        foreach (var (name, value) in new[] { ("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"') })
        {
            if (string.CompareOrdinal(html, at, name, 0, name.Length) == 0)
            {
                _text.Append(value);
                return at + name.Length;
            }
        }

        throw new FormatException("A bare '&'.");
    }

    private int Tag(string html, int at)
    {
        var end = html.IndexOf('>', at);
        var tag = end < 0 ? throw new FormatException("A bare '<'.") : html[(at + 1)..end];
        if (tag.StartsWith('/'))
        {
            var open = _open.Count == 0 ? string.Empty : _open.Pop();
            return string.Equals(open, tag[1..], StringComparison.Ordinal)
                ? end + 1
                : throw new FormatException($"</{tag[1..]}> closes <{open}>.");
        }

        var name = tag.Split(' ')[0];
        var known = s_tags.Contains(tag, StringComparer.Ordinal) || name is "a";
        if (!known || _open.Contains(name, StringComparer.Ordinal))
        {
            throw new FormatException($"<{tag}> is not allowed here.");
        }

        _open.Push(name);
        Entities++;
        return end + 1;
    }
}

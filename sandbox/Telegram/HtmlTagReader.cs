using System.Text;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>Reads one start tag and maps it to the entity it stands for.</summary>
internal sealed class HtmlTagReader(string html)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["a"] = "text_link",
        ["code"] = "code",
        ["pre"] = "pre",
        ["blockquote"] = "blockquote",
        ["tg-spoiler"] = "spoiler",
        ["span"] = "spoiler",
        ["tg-emoji"] = "custom_emoji",
        ["tg-time"] = "date_time",
    };

    /// <summary>Where the next character is read.</summary>
    public int Position { get; set; }

    /// <summary>Reads from behind the <c>&lt;</c> to behind the <c>&gt;</c>.</summary>
    /// <param name="begin">The position of the <c>&lt;</c>.</param>
    public HtmlTag Read(int begin, int textLength)
    {
        var name = Until(c => char.IsWhiteSpace(c) || c == '>').ToLowerInvariant();
        if (Position >= html.Length)
        {
            throw Error($"Unclosed start tag at byte offset {Bytes(begin)}");
        }

        if (!Types.TryGetValue(name, out var type))
        {
            throw Error($"Unsupported start tag \"{name}\" at byte offset {Bytes(begin)}");
        }

        return Interpret(name, type, Attributes(name, begin), textLength, begin);
    }

    public static BotApiException Error(string reason) => BotApiException.BadRequest($"can't parse entities: {reason}");

    /// <summary>The offset Telegram names in its errors: in UTF-8 bytes.</summary>
    public int Bytes(int position) => Encoding.UTF8.GetByteCount(html.AsSpan(0, position));

    private HtmlTag Interpret(string name, string type, Dictionary<string, string> attributes, int start, int begin)
    {
        var style = attributes.GetValueOrDefault("class");
        if (name is "span" && style is not "tg-spoiler")
        {
            throw Error($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}");
        }

        if (name is "blockquote" && attributes.ContainsKey("expandable"))
        {
            type = "expandable_blockquote";
        }

        var detail = name switch
        {
            "a" => attributes.GetValueOrDefault("href"),
            "tg-emoji" => attributes.GetValueOrDefault("emoji-id"),
            "tg-time" => attributes.GetValueOrDefault("unix"),
            "code" when style?.StartsWith("language-", StringComparison.Ordinal) == true => style["language-".Length..],
            _ => null,
        };
        return new HtmlTag(name, type, start, detail);
    }

    private Dictionary<string, string> Attributes(string tag, int begin)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            SkipSpace();
            if (Position >= html.Length)
            {
                throw Error($"Unclosed start tag at byte offset {Bytes(begin)}");
            }

            if (html[Position] == '>')
            {
                Position++;
                return attributes;
            }

            var at = Position;
            var name = Until(c => char.IsWhiteSpace(c) || c is '=' or '>' or '/' or '"' or '\'').ToLowerInvariant();
            if (name.Length == 0)
            {
                throw Error($"Empty attribute name in the tag \"{tag}\" at byte offset {Bytes(at)}");
            }

            attributes[name] = Value(tag, begin);
        }
    }

    private string Value(string tag, int begin)
    {
        SkipSpace();
        if (Position >= html.Length || html[Position] != '=')
        {
            return string.Empty;
        }

        Position++;
        SkipSpace();
        if (Position >= html.Length)
        {
            throw Error($"Unclosed start tag at byte offset {Bytes(begin)}");
        }

        var quote = html[Position];
        if (quote is not ('"' or '\''))
        {
            return Until(c => char.IsWhiteSpace(c) || c == '>');
        }

        Position++;
        var value = Until(c => c == quote);
        if (Position >= html.Length)
        {
            throw Error($"Unclosed start tag \"{tag}\" at byte offset {Bytes(begin)}");
        }

        Position++;
        return HtmlReference.DecodeAll(value);
    }

    private void SkipSpace()
    {
        while (Position < html.Length && char.IsWhiteSpace(html[Position]))
        {
            Position++;
        }
    }

    private string Until(Func<char, bool> end)
    {
        var start = Position;
        while (Position < html.Length && !end(html[Position]))
        {
            Position++;
        }

        return html[start..Position];
    }
}

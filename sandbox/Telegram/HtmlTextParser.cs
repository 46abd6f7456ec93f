using System.Text;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>Telegram's HTML (https://core.telegram.org/bots/api#html-style), with its error texts.</summary>
internal sealed class HtmlTextParser
{
    private const int MaxEntities = 100;

    private readonly string _html;
    private readonly HtmlTagReader _reader;
    private readonly StringBuilder _text = new();
    private readonly Stack<HtmlTag> _open = new();
    private readonly List<TextEntity> _entities = [];

    private HtmlTextParser(string html)
    {
        _html = html;
        _reader = new HtmlTagReader(html);
    }

    /// <exception cref="BotApiException">400 "can't parse entities: …".</exception>
    public static FormattedText Parse(string html) => new HtmlTextParser(html).Parse();

    private FormattedText Parse()
    {
        while (_reader.Position < _html.Length)
        {
            Step();
        }

        if (_open.TryPeek(out var unclosed))
        {
            throw HtmlTagReader.Error($"Can't find end tag corresponding to start tag \"{unclosed.Name}\"");
        }

        return Trim();
    }

    private void Step()
    {
        var position = _reader.Position;
        var c = _html[position];
        if (c == '&' && HtmlReference.Decode(_html, position) is { } reference)
        {
            _text.Append(reference.Text);
            _reader.Position += reference.Length;
            return;
        }

        if (c != '<')
        {
            _text.Append(c);
            _reader.Position++;
            return;
        }

        _reader.Position++;
        if (_reader.Position < _html.Length && _html[_reader.Position] == '/')
        {
            Close(position);
        }
        else
        {
            _open.Push(_reader.Read(position, _text.Length));
        }
    }

    private void Close(int begin)
    {
        if (!_open.TryPop(out var tag))
        {
            throw HtmlTagReader.Error($"Unexpected end tag at byte offset {_reader.Bytes(begin)}");
        }

        var end = _html.IndexOf('>', begin);
        if (end < 0)
        {
            throw HtmlTagReader.Error($"Unclosed end tag at byte offset {_reader.Bytes(begin)}");
        }

        var name = _html[(begin + 2)..end].Trim().ToLowerInvariant();
        if (name.Length > 0 && !string.Equals(name, tag.Name, StringComparison.Ordinal))
        {
            throw HtmlTagReader.Error(
                $"Unmatched end tag at byte offset {_reader.Bytes(begin)}, expected \"</{tag.Name}>\", found \"</{name}>\""
            );
        }

        _reader.Position = end + 1;
        Add(tag);
    }

    private void Add(HtmlTag tag)
    {
        var length = _text.Length - tag.Start;
        if (length == 0 || (tag.Name is "a" && tag.Detail is null))
        {
            return;
        }

        var detail = tag.Detail;
        if (tag.Name is "pre")
        {
            // <pre><code class="language-x"> is one entity: a pre with a language.
            var inner = _entities.FindIndex(entity =>
                entity.Type is "code" && entity.Offset == tag.Start && entity.Length == length
            );
            if (inner >= 0)
            {
                detail = _entities[inner].Detail;
                _entities.RemoveAt(inner);
            }
        }

        _entities.Add(new TextEntity(tag.Type, tag.Start, length, detail));
    }

    private FormattedText Trim()
    {
        var raw = _text.ToString();
        var cut = raw.Length - raw.TrimStart().Length;
        var plain = raw.Trim();
        var entities = new List<TextEntity>();
        foreach (var entity in _entities)
        {
            var from = Math.Clamp(entity.Offset - cut, 0, plain.Length);
            var to = Math.Clamp(entity.Offset + entity.Length - cut, 0, plain.Length);
            if (to > from)
            {
                var language = entity.Type is "code" ? null : entity.Detail;
                entities.Add(entity with { Offset = from, Length = to - from, Detail = language });
            }
        }

        var ordered = entities
            .OrderBy(entity => entity.Offset)
            .ThenByDescending(entity => entity.Length)
            .ThenBy(entity => entity.Type, StringComparer.Ordinal)
            .Take(MaxEntities);
        return new FormattedText(plain, [.. ordered], _html.Trim());
    }
}

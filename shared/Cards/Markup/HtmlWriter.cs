using System.Text;

namespace PaymentBot.Cards.Markup;

/// <summary>
/// Writes Telegram's HTML (https://core.telegram.org/bots/api#html-style) and measures what will be left of it after parsing.
/// Every text given to it is plain; escaping happens here and nowhere else.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();

    /// <summary>Code points after entity parsing.</summary>
    public int Length { get; private set; }

    /// <summary>How many entities the text makes.</summary>
    public int Entities { get; private set; }

    /// <summary>Whether nothing has been written.</summary>
    public bool IsEmpty => _html.Length == 0;

    /// <summary>The escaped form of a plain text.</summary>
    public static string Escape(string text) =>
        text.AsSpan().IndexOfAny('&', '<', '>') < 0
            ? text
            : text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Plain text.</summary>
    public HtmlWriter Text(string text)
    {
        _html.Append(Escape(text));
        Length += Cutter.Count(text);
        return this;
    }

    /// <summary>Starts a new line, unless this would be the first.</summary>
    public HtmlWriter NewLine() => IsEmpty ? this : Text("\n");

    /// <summary>Bold text.</summary>
    public HtmlWriter Bold(string text) => Tagged("<b>", text, "</b>");

    /// <summary>Text that a tap copies.</summary>
    public HtmlWriter Code(string text) => Tagged("<code>", text, "</code>");

    /// <summary>A quotation; <paramref name="expandable"/> shows only its first lines until tapped.</summary>
    public HtmlWriter Quote(string text, bool expandable) =>
        Tagged(expandable ? "<blockquote expandable>" : "<blockquote>", text, "</blockquote>");

    /// <inheritdoc />
    public override string ToString() => _html.ToString();

    private HtmlWriter Tagged(string open, string text, string close)
    {
        if (text.Length == 0)
        {
            return this;
        }

        _html.Append(open);
        Text(text);
        _html.Append(close);
        Entities++;
        return this;
    }
}

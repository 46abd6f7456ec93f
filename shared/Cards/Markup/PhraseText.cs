using System.Globalization;

namespace PaymentBot.Cards.Markup;

/// <summary>Makes arguments of sentences safe: one line, short, escaped where the sentence is HTML.</summary>
internal static class PhraseText
{
    private const int MaxName = 60;
    private const int MaxUrl = 512;

    /// <summary>For a toast: plain text, at most 60 UTF-16 units and two isolates, so that the sentence stays within 200.</summary>
    public static string Toast(string? text)
    {
        var max = MaxName;
        var name = ForeignText.Inline(text, max);
        while (name.Length > MaxName + 2)
        {
            max /= 2;
            name = ForeignText.Inline(text, max);
        }

        return name;
    }

    /// <summary>For a message: HTML.</summary>
    public static string Html(string? text) => HtmlWriter.Escape(ForeignText.Inline(text, MaxName));

    /// <summary>An address for the href of a link.</summary>
    public static string Href(string? url) =>
        HtmlWriter.Escape(ForeignText.Inline(url, MaxUrl)).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>A number as it is written in text for machines: no groups.</summary>
    public static string Id(long id) => string.Create(CultureInfo.InvariantCulture, $"<code>{id}</code>");
}

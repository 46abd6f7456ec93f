using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>What the compiler makes of <c>Markup.Of($"...")</c>: there is no way to put text into it that is not encoded.</summary>
/// <param name="literalLength">How long the fixed text is.</param>
/// <param name="formattedCount">How many holes there are.</param>
[InterpolatedStringHandler]
internal readonly ref struct MarkupTemplate(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new(literalLength + (formattedCount * 32));

    /// <summary>Adds the template's own text.</summary>
    /// <param name="html">HTML.</param>
    public void AppendLiteral(string html) => _html.Append(html);

    /// <summary>Adds text, encoded for an element or for an attribute in double quotes.</summary>
    /// <param name="text">Any text; null adds nothing.</param>
    public void AppendFormatted(string? text) => _html.Append(Encoder.Encode(text ?? string.Empty));

    /// <summary>Adds what is HTML already.</summary>
    /// <param name="markup">A piece.</param>
    public void AppendFormatted(Markup markup) => _html.Append(markup.Html);

    /// <summary>Adds a number.</summary>
    /// <param name="number">A number.</param>
    public void AppendFormatted(int number) => _html.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <inheritdoc />
    public override string ToString() => _html.ToString();
}

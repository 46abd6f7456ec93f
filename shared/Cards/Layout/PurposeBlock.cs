using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Layout;

/// <summary>What the money is for. A quotation, so that its text can never pass for a line of the card.</summary>
internal static class PurposeBlock
{
    private const int MaxOpenLength = 300;
    private const int MaxOpenLines = 5;
    private const int MaxForGroup = 300;

    /// <summary>Writes at most <paramref name="max"/> code points of the purpose.</summary>
    public static void Write(CardPage page, int max, HtmlWriter writer)
    {
        if (!page.Tells(page.Request.Purpose))
        {
            return;
        }

        var purpose = page.Masked(page.Request.Purpose);
        var text = ForeignText.Lines(purpose, page.ForGroup ? Math.Min(max, MaxForGroup) : max);
        if (text.Length > 0)
        {
            writer.Text($"{page.Words.Purpose}:").NewLine().Quote(text, IsLong(text));
        }
    }

    private static bool IsLong(string text) => text.Length > MaxOpenLength || text.AsSpan().Count('\n') >= MaxOpenLines;
}

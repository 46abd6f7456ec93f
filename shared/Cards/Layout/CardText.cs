using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Layout;

/// <summary>
/// Puts the blocks of a card together and makes them fit: first with less detail, then without the blocks that matter least.
/// </summary>
internal static class CardText
{
    private const int MaxPurpose = 5000;
    private const int MaxEntities = 100;

    /// <summary>What a longer purpose may need for letters written from right to left.</summary>
    private const int Isolates = 2;

    private const int MaxRawBytes = 32_768;
    private const string Gap = "\n\n";

    private delegate void BlockWriter(CardPage page, int purpose, HtmlWriter writer);

    /// <summary>In the order of reading; <c>Worth</c> says which go last when there is no room: the highest stay.</summary>
    private static readonly (int Worth, BlockWriter Write)[] Order =
    [
        (9, (page, _, writer) => HeadBlock.Write(page, writer)),
        (8, (page, _, writer) => SetbackBlock.Write(page, writer)),
        (7, (page, _, writer) => MarksBlock.Write(page, writer)),
        (6, (page, _, writer) => PayeeBlock.Write(page, writer)),
        (5, PurposeBlock.Write),
        (2, (page, _, writer) => FactsBlock.Write(page, writer)),
        (4, (page, _, writer) => RouteBlock.Write(page, writer)),
        (1, (page, _, writer) => FilesBlock.Write(page, writer)),
        (3, (page, _, writer) => FooterBlock.Write(page, writer)),
    ];

    /// <summary>The whole text of a card within every limit.</summary>
    public static string Write(CardContext context, CardState state)
    {
        foreach (var detail in Detail.Levels)
        {
            var page = new CardPage(context, state, detail);
            var blocks = Blocks(page, detail.Purpose);
            if (Fits(blocks, context.MaxLength))
            {
                return Join(WithLongerPurpose(page, blocks));
            }
        }

        return Join(Strip(Blocks(new CardPage(context, state, Detail.Levels[^1]), Detail.Levels[^1].Purpose), context));
    }

    /// <summary>Gives the purpose all the room that the other blocks leave.</summary>
    private static List<(int Worth, HtmlWriter Text)> WithLongerPurpose(
        CardPage page,
        List<(int Worth, HtmlWriter Text)> blocks
    )
    {
        var purpose = page.Request.Purpose;
        var spare = page.Context.MaxLength - Length(blocks) - Isolates;
        if (spare <= 0 || purpose is null || purpose.Length <= page.Detail.Purpose)
        {
            return blocks;
        }

        // A cut at the end of a word leaves less than was allowed: only what was really used may grow.
        var used = Cutter.Count(ForeignText.Lines(purpose, page.Detail.Purpose));
        var longer = Blocks(page, Math.Clamp(used + spare, page.Detail.Purpose, MaxPurpose));
        return Fits(longer, page.Context.MaxLength) ? longer : blocks;
    }

    private static List<(int Worth, HtmlWriter Text)> Blocks(CardPage page, int purpose)
    {
        var blocks = new List<(int Worth, HtmlWriter Text)>(Order.Length);
        foreach (var (worth, write) in Order)
        {
            var writer = new HtmlWriter();
            write(page, purpose, writer);
            if (!writer.IsEmpty)
            {
                blocks.Add((worth, writer));
            }
        }

        return blocks;
    }

    private static List<(int Worth, HtmlWriter Text)> Strip(
        List<(int Worth, HtmlWriter Text)> blocks,
        CardContext context
    )
    {
        while (blocks.Count > 1 && !Fits(blocks, context.MaxLength))
        {
            blocks.Remove(blocks.MinBy(block => block.Worth));
        }

        return blocks;
    }

    private static bool Fits(List<(int Worth, HtmlWriter Text)> blocks, int maxLength) =>
        Length(blocks) <= maxLength
        && blocks.Sum(block => block.Text.Entities) <= MaxEntities
        && System.Text.Encoding.UTF8.GetByteCount(Join(blocks)) <= MaxRawBytes;

    private static int Length(List<(int Worth, HtmlWriter Text)> blocks) =>
        blocks.Sum(block => block.Text.Length) + (Gap.Length * (blocks.Count - 1));

    private static string Join(List<(int Worth, HtmlWriter Text)> blocks) =>
        string.Join(Gap, blocks.Select(block => block.Text.ToString()));
}

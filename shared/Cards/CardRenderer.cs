using System.Text;
using PaymentBot.Cards.Layout;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards;

/// <summary>
/// Turns a snapshot and a recipient into a card: puts its blocks together and makes them fit, first with less detail, then without the blocks that
/// matter least. Pure: the same context always gives the same card.
/// </summary>
public static class CardRenderer
{
    private const int MaxPurpose = 5000;
    private const int MaxEntities = 100;

    /// <summary>What a longer purpose may need for letters written from right to left.</summary>
    private const int Isolates = 2;

    private const int MaxRawBytes = 32_768;
    private const string Gap = "\n\n";

    private delegate void BlockWriter(CardPage page, int purpose, HtmlWriter writer);

    private sealed record Block(int Worth, HtmlWriter Text);

    /// <summary>In the order of reading; <c>Worth</c> says which go last when there is no room: the highest stay.</summary>
    private static readonly (int Worth, BlockWriter Write)[] Order =
    [
        (9, (page, _, writer) => HeadBlock.Write(page, writer)),
        (8, (page, _, writer) => DecidingBlock.WriteSetback(page, writer)),
        (7, (page, _, writer) => RequestBlocks.WriteMarks(page, writer)),
        (6, (page, _, writer) => RequestBlocks.WritePayee(page, writer)),
        (5, RequestBlocks.WritePurpose),
        (2, (page, _, writer) => RequestBlocks.WriteFacts(page, writer)),
        (4, (page, _, writer) => RouteBlock.Write(page, writer)),
        (1, (page, _, writer) => RequestBlocks.WriteFiles(page, writer)),
        (3, (page, _, writer) => RequestBlocks.WriteFooter(page, writer)),
    ];

    /// <summary>
    /// The card of one chat. Its text is well-formed Telegram HTML of at most <see cref="CardContext.MaxLength"/> code points after
    /// entity parsing, 32,768 bytes before it and 100 entities
    /// (https://core.telegram.org/bots/api#html-style), whatever the ERP sent: less important parts are shortened or counted first;
    /// amount, what the reader has to do, marks, payee and the beginning of the purpose stay.
    /// </summary>
    /// <param name="context">All that the card depends on.</param>
    /// <returns>Text and buttons. The text holds no characters that steer the direction of other text, except isolates
    /// (U+2068, U+2069) in pairs around text written from right to left.</returns>
    public static Card Render(CardContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var standing = new Standing(context);
        return new Card(TextOf(context, standing), Keyboard.For(context, standing));
    }

    private static string TextOf(CardContext context, Standing standing)
    {
        List<Block> blocks = [];
        foreach (var detail in Detail.Levels)
        {
            var page = new CardPage(context, standing, detail);
            blocks = Blocks(page, detail.Purpose);
            if (Fits(blocks, context.MaxLength))
            {
                return Join(WithLongerPurpose(page, blocks));
            }
        }

        while (blocks.Count > 1 && !Fits(blocks, context.MaxLength))
        {
            blocks.Remove(blocks.MinBy(block => block.Worth)!);
        }

        return Join(blocks);
    }

    /// <summary>Gives the purpose all the room that the other blocks leave.</summary>
    private static List<Block> WithLongerPurpose(CardPage page, List<Block> blocks)
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

    private static List<Block> Blocks(CardPage page, int purpose)
    {
        var blocks = new List<Block>(Order.Length);
        foreach (var (worth, write) in Order)
        {
            var writer = new HtmlWriter();
            write(page, purpose, writer);
            if (!writer.IsEmpty)
            {
                blocks.Add(new Block(worth, writer));
            }
        }

        return blocks;
    }

    private static bool Fits(List<Block> blocks, int maxLength) =>
        Length(blocks) <= maxLength
        && blocks.Sum(block => block.Text.Entities) <= MaxEntities
        && Encoding.UTF8.GetByteCount(Join(blocks)) <= MaxRawBytes;

    private static int Length(List<Block> blocks) =>
        blocks.Sum(block => block.Text.Length) + (Gap.Length * (blocks.Count - 1));

    private static string Join(List<Block> blocks) => string.Join(Gap, blocks.Select(block => block.Text.ToString()));
}

using PaymentBot.Cards.Layout;
using PaymentBot.Cards.Markup;
using PaymentBot.Cards.Words;

namespace PaymentBot.Cards.Inline;

/// <summary>
/// The card that is sent from an inline query, and that follows the request in whatever chat it lies. It is short, names nobody, shows no account and has one button, which
/// opens the request in the private chat. Pure.
/// </summary>
public static class InlineCard
{
    private const int MaxTitle = 120;
    private const int MaxDescriptionLine = 99;
    private const int MaxPurpose = 300;

    private static readonly Detail Detail = new(
        Name: 100,
        Purpose: MaxPurpose,
        Comment: 0,
        People: 0,
        Stages: 0,
        Files: 0
    );

    /// <summary>The card: well-formed Telegram HTML of less than 1,500 code points, whatever the ERP sent.</summary>
    /// <param name="context">The request, language, zone, decisions and <see cref="CardContext.PrivateChatUrl"/>; the audience counts for a group.</param>
    /// <param name="showsAll">Whether amount, payee and purpose show.</param>
    public static Card Render(CardContext context, bool showsAll)
    {
        ArgumentNullException.ThrowIfNull(context);
        var page = PageOf(context);
        var writer = new HtmlWriter();
        if (showsAll)
        {
            WriteAll(page, writer);
        }
        else
        {
            writer.Bold(Document(page)).NewLine();
            WriteState(page, writer);
            writer.NewLine().NewLine().Text($"{Icons.SignedOut} {Words(context).MaskedNote}");
        }

        return new Card(writer.ToString(), Keyboard.For(page.Context, page.Standing));
    }

    /// <summary>What is left of a card that no longer follows its request, because whoever sent it may no longer see it.</summary>
    /// <param name="context">As for <see cref="Render"/>.</param>
    public static Card RenderEnded(CardContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var page = PageOf(context);
        var writer = new HtmlWriter();
        writer.Bold(Document(page)).NewLine().Text($"{Icons.SignedOut} {Words(context).EndedNote}");
        return new Card(writer.ToString(), []);
    }

    /// <summary>The request in the list of results.</summary>
    /// <param name="context">As for <see cref="Render"/>.</param>
    /// <param name="showsAll">Whether the card that is sent will show all.</param>
    public static InlineEntry Describe(CardContext context, bool showsAll)
    {
        ArgumentNullException.ThrowIfNull(context);
        var page = PageOf(context);
        var payee = page.Foreign(page.Request.Payee.Name);
        var title = payee.Length == 0 ? Money(page) : $"{Money(page)} · {payee}";
        var line = $"{page.Foreign(page.Request.Number)} · {page.Day(page.Request.Date)} · {State(page)}";
        var description = Cutter.Cut(line, MaxDescriptionLine);
        return new InlineEntry(
            Cutter.Cut(title, MaxTitle),
            showsAll
                ? description
                : $"{description}\n{Cutter.Cut($"{Icons.SignedOut} {Words(context).MaskedHint}", MaxDescriptionLine)}"
        );
    }

    private static CardPage PageOf(CardContext context)
    {
        var forChat = context with { Audience = CardAudience.Group, Reader = null };
        return new CardPage(forChat, new Standing(forChat), Detail);
    }

    private static IInlinePhrases Words(CardContext context) => Phrases.For(context.Language).Inline;

    private static void WriteAll(CardPage page, HtmlWriter writer)
    {
        writer.Bold(Money(page)).NewLine();
        WriteState(page, writer);
        var payee = page.Foreign(page.Request.Payee.Name);
        if (payee.Length > 0)
        {
            writer.NewLine().NewLine().Text(page.Words.Fact(CardFact.Payee, payee));
        }

        var purpose = ForeignText.Lines(page.Request.Purpose, MaxPurpose);
        if (purpose.Length > 0)
        {
            writer.NewLine().Text($"{page.Words.Purpose}:").NewLine().Quote(purpose, expandable: true);
        }

        writer.NewLine().NewLine().Text(Document(page));
    }

    private static void WriteState(CardPage page, HtmlWriter writer)
    {
        var holding = page.Standing.Holding;
        var icon = holding is null ? Icons.Of(page.Request.Status) : Icons.Of(holding.State);
        writer.Text($"{icon} ").Bold(holding is null ? StatusOf(page) : page.Words.Handing(holding.State, false));
        if (page.Standing.Current is not { } current)
        {
            return;
        }

        var position = page.Request.Route.Count(stage => stage.Number <= current.Number);
        writer.NewLine().Text($"{page.Role(current)}, {page.Words.StageOf(position, page.Request.Route.Count)}");
        if (holding is null && current.Due is { } due)
        {
            writer.Text($", {page.Words.Due(page.Moment(due))}");
        }
    }

    private static string State(CardPage page) =>
        page.Standing.Current is { } current
            ? $"{StatusOf(page)}: {page.Words.RoleInSentence(page.Role(current))}"
            : StatusOf(page);

    private static string StatusOf(CardPage page) => page.Words.Status(page.Request.Status, yours: false);

    private static string Money(CardPage page)
    {
        var total = page.Request.Total;
        return page.Formats.Money(total with { Currency = page.Foreign(total.Currency) });
    }

    private static string Document(CardPage page) =>
        page.Words.Document(page.Foreign(page.Request.Number), page.Day(page.Request.Date));
}

/// <summary>A request in the list of inline results, which nobody but the asker sees: plain text.</summary>
/// <param name="Title">Amount and payee, one line of at most 120 code points.</param>
/// <param name="Description">Number, day and state, and on a second line what the chat will not see; at most 200 code points.</param>
public sealed record InlineEntry(string Title, string Description);

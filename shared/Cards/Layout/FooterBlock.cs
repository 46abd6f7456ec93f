using PaymentBot.Cards.Markup;
using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards.Layout;

/// <summary>What the document is called and who asked for it.</summary>
internal static class FooterBlock
{
    public static void Write(CardPage page, HtmlWriter writer)
    {
        var request = page.Request;
        writer.Text(page.Words.Document(page.Foreign(request.Number), page.Day(request.Date)));
        if (page.Context.Audience != CardAudience.Initiator)
        {
            writer.NewLine().Text(page.Words.Fact(CardFact.Initiator, page.Name(request.Initiator)));
        }
    }
}

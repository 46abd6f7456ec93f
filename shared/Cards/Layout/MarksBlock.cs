using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Layout;

/// <summary>What makes this payment unusual.</summary>
internal static class MarksBlock
{
    public static void Write(CardPage page, HtmlWriter writer)
    {
        if (page.Request.OverLimit)
        {
            writer.Text($"{Icons.Warning} ").Bold(page.Words.OverLimit);
        }

        if (page.Request.Priority is { } priority && page.Words.Priority(page.Foreign(priority)) is { } mark)
        {
            writer.Text(writer.IsEmpty ? mark : $" · {mark}");
        }
    }
}

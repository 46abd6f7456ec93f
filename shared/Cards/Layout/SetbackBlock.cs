using PaymentBot.Approvals;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Layout;

/// <summary>Why the reader's own decision did not count, in the reader's words and in the ERP's.</summary>
internal static class SetbackBlock
{
    public static void Write(CardPage page, HtmlWriter writer)
    {
        if (page.State is not { Setback: { } setback, Holding: null })
        {
            return;
        }

        writer.Text($"{Icons.Warning} {page.Words.Setback(setback.State, setback.Kind)}");
        writer.Text(Reason(page, setback) is { } reason ? $": {reason}." : ".");
        if (!string.IsNullOrWhiteSpace(setback.Message))
        {
            writer.NewLine().Quote(ForeignText.Lines(setback.Message, page.Detail.Comment), expandable: false);
        }

        if (page.State.CanDecide)
        {
            writer.NewLine().Text(page.Words.DecideAgain);
        }
    }

    private static string? Reason(CardPage page, Decision setback) =>
        string.IsNullOrWhiteSpace(setback.Reason)
            ? null
            : page.Words.Reason(setback.Reason) ?? page.Words.UnknownReason(page.Foreign(setback.Reason));
}

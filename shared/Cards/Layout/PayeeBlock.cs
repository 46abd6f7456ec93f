using PaymentBot.Approvals;
using PaymentBot.Cards.Markup;
using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards.Layout;

/// <summary>Who is to be paid. Most groups do not see where to.</summary>
internal static class PayeeBlock
{
    private const int ShownDigits = 4;

    public static void Write(CardPage page, HtmlWriter writer)
    {
        var payee = page.Request.Payee;
        writer.Text(page.Words.Fact(CardFact.Payee, page.Foreign(payee.Name)));
        if (page.HidesAccount)
        {
            return;
        }

        var inn = page.Foreign(payee.Inn);
        if (inn.Length > 0)
        {
            writer.NewLine().Text(page.Words.Fact(CardFact.Inn, string.Empty)).Code(inn);
        }

        if (Masked(payee.Account) is { } account)
        {
            var fact = page.Words.Fact(CardFact.Account, account);
            _ = inn.Length > 0 ? writer.Text($" · {fact}") : writer.NewLine().Text(fact);
        }
    }

    /// <summary>The end of the number behind dots, or null when there is none.</summary>
    private static string? Masked(BankAccount? account)
    {
        var digits = string.Concat((account?.Number ?? string.Empty).Where(char.IsAsciiLetterOrDigit));
        return digits.Length == 0 ? null : $"••\u00A0{digits[Math.Max(digits.Length - ShownDigits, 0)..]}";
    }
}

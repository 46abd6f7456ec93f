using PaymentBot.Approvals;
using PaymentBot.Cards.Markup;
using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards.Layout;

/// <summary>When, whose money, from which budget. What the ERP did not send takes no line.</summary>
internal static class FactsBlock
{
    public static void Write(CardPage page, HtmlWriter writer)
    {
        var request = page.Request;
        if (request.DesiredDate is { } desired)
        {
            WriteFact(page, CardFact.DesiredDate, page.Formats.DayWithWeekday(desired), writer);
        }

        WriteFact(page, CardFact.Organization, page.Foreign(request.Organization.Name), writer);
        WriteFact(page, CardFact.Department, page.Foreign(request.Department?.Name), writer);
        WriteFact(page, CardFact.CashFlowItem, page.Foreign(request.CashFlowItem?.Name), writer);
        if (page.ForGroup)
        {
            return;
        }

        WriteFact(page, CardFact.Operation, page.Words.Operation(page.Foreign(request.Operation)), writer);
        if (request.Vat is { } vat)
        {
            writer.NewLine().Text(Vat(page, vat));
        }
    }

    private static void WriteFact(CardPage page, CardFact fact, string value, HtmlWriter writer)
    {
        if (value.Length > 0)
        {
            writer.NewLine().Text(page.Words.Fact(fact, value));
        }
    }

    private static string Vat(CardPage page, Vat vat)
    {
        var currency = page.Foreign(page.Request.Total.Currency);
        var amount = vat.Amount is { } value ? page.Formats.Money(new Money(value, currency)) : null;
        return page.Words.Vat(page.Foreign(vat.Mode), Rate(page, page.Foreign(vat.Rate)), amount);
    }

    /// <summary>A number gets its percent sign; anything else, such as "без НДС", stays as sent.</summary>
    private static string Rate(CardPage page, string rate) =>
        rate.Length > 0 && rate.All(symbol => char.IsAsciiDigit(symbol) || symbol is '.' or ',')
            ? page.Formats.Percent(rate)
            : rate;
}

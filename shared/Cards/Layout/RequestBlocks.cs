using PaymentBot.Approvals;
using PaymentBot.Cards.Markup;
using PaymentBot.Cards.Words;

namespace PaymentBot.Cards.Layout;

/// <summary>The blocks that tell what the document says, whoever reads it and however far it has come. What the ERP did not send takes no line.</summary>
internal static class RequestBlocks
{
    private const int ShownDigits = 4;
    private const int MaxOpenLength = 300;
    private const int MaxOpenLines = 5;
    private const int MaxPurposeForGroup = 300;

    /// <summary>What makes this payment unusual.</summary>
    public static void WriteMarks(CardPage page, HtmlWriter writer)
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

    /// <summary>Who is to be paid. Most groups do not see where to.</summary>
    public static void WritePayee(CardPage page, HtmlWriter writer)
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

    /// <summary>
    /// At most <paramref name="max"/> code points of what the money is for. A quotation, so that its text can never pass for a line of the card.
    /// </summary>
    public static void WritePurpose(CardPage page, int max, HtmlWriter writer)
    {
        if (!page.Tells(page.Request.Purpose))
        {
            return;
        }

        var purpose = page.Masked(page.Request.Purpose);
        var text = ForeignText.Lines(purpose, page.ForGroup ? Math.Min(max, MaxPurposeForGroup) : max);
        if (text.Length > 0)
        {
            var isLong = text.Length > MaxOpenLength || text.AsSpan().Count('\n') >= MaxOpenLines;
            writer.Text($"{page.Words.Purpose}:").NewLine().Quote(text, expandable: isLong);
        }
    }

    /// <summary>When, whose money, from which budget.</summary>
    public static void WriteFacts(CardPage page, HtmlWriter writer)
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

    /// <summary>The files by name and size; those that cannot be sent come first, for nobody would learn of them otherwise.</summary>
    public static void WriteFiles(CardPage page, HtmlWriter writer)
    {
        var files = page.Request.Attachments;
        if (files.Count == 0)
        {
            return;
        }

        if (page.HidesAccount)
        {
            writer.Text(page.GroupWords.FilesInPrivateChat(files.Count));
            return;
        }

        writer.Bold(page.Words.Files(files.Count));
        var shown = files.Count > page.Detail.Files ? files.OrderBy(file => file.Sendable) : files.AsEnumerable();
        foreach (var file in shown.Take(page.Detail.Files))
        {
            writer.NewLine().Text($"• {FileLine(page, file)}");
        }

        if (files.Count > page.Detail.Files)
        {
            writer.NewLine().Text(page.Words.MoreFiles(files.Count - page.Detail.Files));
        }
    }

    /// <summary>What the document is called and who asked for it.</summary>
    public static void WriteFooter(CardPage page, HtmlWriter writer)
    {
        var request = page.Request;
        writer.Text(page.Words.Document(page.Foreign(request.Number), page.Day(request.Date)));
        if (page.Context.Audience != CardAudience.Initiator)
        {
            writer.NewLine().Text(page.Words.Fact(CardFact.Initiator, page.Name(request.Initiator)));
        }
    }

    /// <summary>The end of the number behind dots, or null when there is none.</summary>
    private static string? Masked(BankAccount? account)
    {
        var digits = string.Concat((account?.Number ?? string.Empty).Where(char.IsAsciiLetterOrDigit));
        return digits.Length == 0 ? null : $"••\u00A0{digits[Math.Max(digits.Length - ShownDigits, 0)..]}";
    }

    private static void WriteFact(CardPage page, CardFact fact, string value, HtmlWriter writer)
    {
        if (value.Length > 0)
        {
            writer.NewLine().Text(page.Words.Fact(fact, value));
        }
    }

    /// <summary>Such as "В том числе НДС 20 %: 208 333,42 ₽", or as much of it as is known.</summary>
    private static string Vat(CardPage page, Vat vat)
    {
        var rate = Rate(page, page.Foreign(vat.Rate));
        var known = rate.Length == 0 ? string.Empty : $" {rate}";
        if (vat.Amount is { } amount)
        {
            var currency = page.Foreign(page.Request.Total.Currency);
            known = $"{known}: {page.Formats.Money(new Money(amount, currency))}";
        }

        return page.Words.Vat(page.Foreign(vat.Mode), known);
    }

    /// <summary>A number gets its percent sign; anything else, such as "без НДС", stays as sent.</summary>
    private static string Rate(CardPage page, string rate) =>
        rate.Length > 0 && rate.All(symbol => char.IsAsciiDigit(symbol) || symbol is '.' or ',')
            ? page.Formats.Percent(rate)
            : rate;

    private static string FileLine(CardPage page, Attachment file)
    {
        var line = $"{page.Foreign(file.Name)}, {page.Formats.Size(file.Size)}";
        return file.Sendable ? line : $"{line} ({page.Words.NotSent(file.Size > Attachment.MaxSendableSize)})";
    }
}

using PaymentBot.Approvals;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Layout;

/// <summary>The files by name and size; those that cannot be sent come first, for nobody would learn of them otherwise.</summary>
internal static class FilesBlock
{
    public static void Write(CardPage page, HtmlWriter writer)
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
            writer.NewLine().Text($"• {Line(page, file)}");
        }

        if (files.Count > page.Detail.Files)
        {
            writer.NewLine().Text(page.Words.MoreFiles(files.Count - page.Detail.Files));
        }
    }

    private static string Line(CardPage page, Attachment file)
    {
        var line = $"{page.Foreign(file.Name)}, {page.Formats.Size(file.Size)}";
        return file.Sendable ? line : $"{line} ({page.Words.NotSent(file.Size > Attachment.MaxSendableSize)})";
    }
}

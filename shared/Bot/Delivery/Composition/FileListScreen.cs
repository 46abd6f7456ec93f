using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;
using PaymentBot.Cards.Words;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>The list of a request's files: names and sizes, a button for each, one for all, and pages.</summary>
public static class FileListScreen
{
    /// <summary>What the data of its buttons begins with.</summary>
    public const string Prefix = "d";

    /// <summary>One file: the request's key and the file's follow.</summary>
    public const string One = "f";

    /// <summary>All files: the request's key follows.</summary>
    public const string All = "a";

    /// <summary>Another page of the list: the request's key and the number of the page, 0 for the first, follow.</summary>
    public const string Page = "p";

    private const int PageSize = 8;

    /// <summary>The key of a file in the data of a button, 22 characters.</summary>
    /// <param name="attachment">The file.</param>
    public static string KeyOf(Attachment attachment)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return StorageKey.Of(attachment.Id);
    }

    /// <summary>Makes the list.</summary>
    /// <param name="state">The state of the request.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="page">The page, 0 for the first; one that is not there counts as the nearest.</param>
    /// <returns>The text in Telegram's HTML, far below 4,096 code points, and the buttons, each with at most 64 bytes of data.</returns>
    public static Screen Render(RequestState state, Language language, int page)
    {
        ArgumentNullException.ThrowIfNull(state);
        var words = Phrases.For(language).Deciding;
        var pages = Math.Max((state.Available.Count + PageSize - 1) / PageSize, 1);
        var shown = Math.Clamp(page, 0, pages - 1);
        var files = state.Available.Skip(shown * PageSize).Take(PageSize).ToList();
        var first = (shown * PageSize) + 1;
        var lines = files.Select((file, index) => words.FileLine(first + index, file.Name, file.Size));
        List<string> text = [words.FilesOf(state.Request.Number), string.Empty, .. lines];
        if (state.Missing.Count > 0)
        {
            text.Add(words.FilesMissing(state.Missing.Count));
        }

        if (pages > 1)
        {
            text.AddRange([string.Empty, words.FilesPage(shown + 1, pages)]);
        }

        return new Screen(string.Join('\n', text), Rows(state, words, files, shown, pages));
    }

    private static List<IReadOnlyList<ScreenButton>> Rows(
        RequestState state,
        IDecidingPhrases words,
        List<Attachment> files,
        int page,
        int pages
    )
    {
        var key = state.Stored.Key;
        List<IReadOnlyList<ScreenButton>> rows =
        [
            .. files.Select(
                (file, index) =>
                    (IReadOnlyList<ScreenButton>)
                        [Button(words.FileButton((page * PageSize) + index + 1, file.Name), One, key, KeyOf(file))]
            ),
        ];
        List<ScreenButton> turns = [];
        if (page > 0)
        {
            turns.Add(Button("←", Page, key, $"{page - 1}"));
        }

        if (page < pages - 1)
        {
            turns.Add(Button("→", Page, key, $"{page + 1}"));
        }

        if (turns.Count > 0)
        {
            rows.Add(turns);
        }

        if (state.Available.Count > 1)
        {
            rows.Add([new ScreenButton(words.AllFiles(state.Available.Count), $"{Prefix}:{All}:{key.Value}")]);
        }

        return rows;
    }

    private static ScreenButton Button(string text, string verb, RequestKey key, string argument) =>
        new ScreenButton(text, $"{Prefix}:{verb}:{key.Value}:{argument}");
}

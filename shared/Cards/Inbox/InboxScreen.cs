using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Layout;
using PaymentBot.Cards.Markup;
using PaymentBot.Cards.Words;

namespace PaymentBot.Cards.Inbox;

/// <summary>Shows a page of a person's list: what each request is about in three lines, and a button for each that opens it. Pure.</summary>
public static class InboxScreen
{
    /// <summary>The longest search that is shown, and so the longest that can be turned to another page, in code points.</summary>
    public const int MaxQuery = 100;

    private const string Searched = "🔎 ";
    private const int MaxCurrencies = 6;
    private const int MaxCode = 12;

    /// <summary>What making a text safe and short leaves at its ends, and white space.</summary>
    private static readonly char[] Ends = ['…', '\u2068', '\u2069', ' '];

    /// <summary>Shows a page.</summary>
    /// <param name="list">The page.</param>
    /// <param name="keyOf">The key that a button opens a request with: 22 characters of base64url.</param>
    /// <returns>A text far below 4,096 code points, whatever the requests hold.</returns>
    public static Screen Render(InboxList list, Func<PaymentRequest, string> keyOf)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(keyOf);
        var phrases = Phrases.For(list.Language).Inbox;
        var writer = new HtmlWriter();
        if (list.Query is { } query)
        {
            writer.Text($"{Searched}{ForeignText.Inline(query, MaxQuery)}").NewLine().NewLine();
        }

        if (list.Requests.Count == 0)
        {
            writer.Text(phrases.Empty(list.Kind));
            return new Screen(writer.ToString(), []);
        }

        writer.Bold(phrases.Title(list.Kind, list.Count));
        WriteTotals(list, phrases, writer);
        var entry = new InboxEntry(list);
        for (var i = 0; i < list.Requests.Count; i++)
        {
            writer.NewLine().NewLine();
            entry.Write(list.Requests[i], NumberOf(list, i), writer);
        }

        writer.NewLine().NewLine().Text(phrases.OpenHint);
        return new Screen(writer.ToString(), Keyboard(list, phrases, keyOf));
    }

    /// <summary>What is searched for and shown for a text somebody wrote: one line, at most <see cref="MaxQuery"/> code points.</summary>
    /// <param name="text">The text, or null.</param>
    public static string QueryFrom(string? text) => ForeignText.Inline(text, MaxQuery).Trim(Ends);

    /// <summary>Reads what was searched for back from the text of a list.</summary>
    /// <param name="text">The message's text without markup, or null.</param>
    /// <returns>The search, or null when the text is no list of what was found.</returns>
    public static string? QueryOf(string? text)
    {
        if (text is null || !text.StartsWith(Searched, StringComparison.Ordinal))
        {
            return null;
        }

        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return QueryFrom(end < 0 ? text[Searched.Length..] : text[Searched.Length..end]);
    }

    private static string NumberOf(InboxList list, int index) =>
        ((list.Page * InboxList.PageSize) + index + 1).ToString(CultureInfo.InvariantCulture);

    private static void WriteTotals(InboxList list, IInboxPhrases phrases, HtmlWriter writer)
    {
        if (list.Totals.Count > 0)
        {
            var formats = Phrases.For(list.Language).Formats;
            var amounts = string.Join(" · ", list.Totals.Take(MaxCurrencies).Select(total => Money(formats, total)));
            var hidden = list.Totals.Count - MaxCurrencies;
            writer.NewLine().Text(phrases.Total(hidden > 0 ? $"{amounts} {phrases.MoreCurrencies(hidden)}" : amounts));
        }

        if (list.Bounded)
        {
            writer.NewLine().Text(phrases.OnlyFirst(list.Count ?? 0));
        }
    }

    private static string Money(LanguageFormats formats, Money money) =>
        formats.Money(money with { Currency = ForeignText.Inline(money.Currency, MaxCode) });

    private static List<IReadOnlyList<ScreenButton>> Keyboard(
        InboxList list,
        IInboxPhrases phrases,
        Func<PaymentRequest, string> keyOf
    )
    {
        List<ScreenButton> turn = [];
        if (list.Page > 0)
        {
            turn.Add(new ScreenButton(phrases.PageBefore, InboxData.PageOf(list.Kind, list.Page - 1)));
        }

        int? pages = list.Count is { } count ? (count + InboxList.PageSize - 1) / InboxList.PageSize : null;
        turn.Add(new ScreenButton(phrases.Refresh(list.Page + 1, pages), InboxData.PageOf(list.Kind, list.Page)));
        if (list.More)
        {
            turn.Add(new ScreenButton(phrases.PageAfter, InboxData.PageOf(list.Kind, list.Page + 1)));
        }

        return
        [
            [
                .. list.Requests.Select(
                    (request, index) => new ScreenButton(NumberOf(list, index), InboxData.OpenOf(keyOf(request)))
                ),
            ],
            turn,
        ];
    }
}

/// <summary>One request in a list: how much and to whom; which and until when or where it stands; what for.</summary>
internal sealed class InboxEntry(InboxList list)
{
    private const int MaxCode = 12;
    private const int MaxName = 60;
    private const int MaxNumber = 40;
    private const int MaxPurpose = 80;

    private readonly IPhrases _phrases = Phrases.For(list.Language);

    public void Write(PaymentRequest request, string number, HtmlWriter writer)
    {
        var total = request.Total with { Currency = ForeignText.Inline(request.Total.Currency, MaxCode) };
        writer.Text($"{number}. ").Bold(_phrases.Formats.Money(total));
        writer.Text($" · {ForeignText.Inline(request.Payee.Name, MaxName)}");
        var document = ForeignText.Inline(request.Number, MaxNumber);
        writer.NewLine();
        if (list.Kind == InboxKind.Pending && request.CurrentStage?.Due is null)
        {
            writer.Text(_phrases.Card.Document(document, Day(request.Date)));
        }
        else
        {
            writer.Text($"{document} · {(list.Kind == InboxKind.Pending ? Due(request) : Standing(request))}");
        }

        if (list.Kind == InboxKind.History && Own(request) is { } own)
        {
            writer.NewLine().Text(own);
        }

        var purpose = ForeignText.Inline(request.Purpose, MaxPurpose);
        if (purpose.Length > 0)
        {
            writer.NewLine().Text(purpose);
        }
    }

    private string Due(PaymentRequest request)
    {
        var due = request.CurrentStage!.Due!.Value;
        var moment = Moment(due);
        return due < list.Now ? $"{Icons.Warning} {_phrases.Inbox.Overdue(moment)}" : _phrases.Card.Due(moment);
    }

    private string Standing(PaymentRequest request)
    {
        var words = _phrases.Card;
        var status = $"{Icons.Of(request.Status)} {words.Status(request.Status, false)}";
        return request.CurrentStage is { } stage
            ? $"{status}: {words.RoleInSentence(words.Role(ForeignText.Inline(stage.Role, MaxName)))}"
            : status;
    }

    /// <summary>What the reader decided last, as the ERP tells it, or null.</summary>
    private string? Own(PaymentRequest request)
    {
        var stage = request.Route.LastOrDefault(stage =>
            stage.State is StageState.Approved or StageState.Rejected && stage.DecidedBy?.ErpId == list.Reader
        );
        if (stage is null)
        {
            return null;
        }

        var kind = stage.State == StageState.Approved ? DecisionKind.Approve : DecisionKind.Reject;
        var said = _phrases.Card.YourDecision(kind);
        return stage.DecidedAt is { } at ? $"{said}, {Moment(at)}" : said;
    }

    private string Moment(DateTimeOffset moment) => _phrases.Formats.Moment(Local(moment), Local(list.Now).Year);

    private string Day(DateTimeOffset moment) => _phrases.Formats.Day(DateOnly.FromDateTime(Local(moment)));

    private DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, list.TimeZone).DateTime;
}

using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Layout;
using PaymentBot.Cards.Markup;
using PaymentBot.Cards.Words;

namespace PaymentBot.Cards.Inbox;

/// <summary>Tells the way of a request: who decided when, how long each stage took, what waits now and for how long. Pure.</summary>
public static class TimelineScreen
{
    private const int MaxStages = 12;
    private const int MaxDecisions = 3;

    /// <summary>Tells it.</summary>
    /// <param name="view">The request, and for whom.</param>
    /// <returns>A text far below 4,096 code points, whatever the request holds, without buttons.</returns>
    public static Screen Render(TimelineView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var page = new TimelinePage(view);
        var writer = new HtmlWriter();
        writer.Bold(page.Inbox.Timeline(TimelinePage.Name(view.Request.Number)));
        writer.NewLine().Text($"{page.Money(view.Request.Total)} · {TimelinePage.Name(view.Request.Payee.Name)}");
        writer.NewLine().NewLine();
        var created = page.Inbox.Created(page.Moment(view.Request.Date), page.NameOf(view.Request.Initiator));
        writer.Text($"{TimelinePage.Created} {created}");
        WriteStages(page, writer);
        writer.NewLine().NewLine();
        if (StageTimes.Altogether(view.Request, view.Now) is { } altogether)
        {
            writer.Text($"{page.Inbox.Altogether(page.Formats.Duration(altogether), view.Request.Status)} ");
        }

        writer.Text(page.Inbox.AsOf(page.Moment(view.Now)));
        return Screen.Of(writer.ToString());
    }

    private static void WriteStages(TimelinePage page, HtmlWriter writer)
    {
        var route = page.View.Request.Route;
        var begins = StageTimes.Begins(page.View.Request);
        var first = Math.Clamp(page.Position - (MaxStages / 2), 0, Math.Max(0, route.Count - MaxStages));
        var end = Math.Min(route.Count, first + MaxStages);
        if (first > 0)
        {
            writer.NewLine().Text(page.Words.EarlierStages(first));
        }

        for (var i = first; i < end; i++)
        {
            WriteStage(page, route[i], begins[i], writer);
        }

        if (end < route.Count)
        {
            writer.NewLine().Text(page.Words.LaterStages(route.Count - end));
        }
    }

    private static void WriteStage(TimelinePage page, Stage stage, DateTimeOffset? begin, HtmlWriter writer)
    {
        var current = ReferenceEquals(stage, page.View.Request.CurrentStage);
        writer.NewLine().Text($"{Icons.Of(stage.State, current)} {page.Words.Role(TimelinePage.Name(stage.Role))}");
        if (page.Who(stage) is { Length: > 0 } who)
        {
            writer.Text($": {who}");
        }

        var times = string.Join(" · ", Times(page, stage, begin, current));
        if (times.Length > 0)
        {
            writer.NewLine().Text($"{TimelinePage.Indent}{times}");
        }

        if (current)
        {
            WriteDecisions(page, writer);
        }
    }

    private static IEnumerable<string> Times(TimelinePage page, Stage stage, DateTimeOffset? begin, bool current)
    {
        var spent = StageTimes.Spent(stage, begin, page.View.Request.Status, page.View.Now);
        if (stage.DecidedAt is { } decided && stage.State is StageState.Approved or StageState.Rejected)
        {
            yield return page.Moment(decided);
        }

        if (spent is { } time)
        {
            var duration = page.Formats.Duration(time);
            yield return current ? page.Inbox.Waits(duration) : page.Inbox.Took(duration);
        }

        if (current && stage.Due is { } due)
        {
            var moment = page.Moment(due);
            yield return due < page.View.Now ? page.Inbox.Overdue(moment) : page.Words.Due(moment);
        }
    }

    private static void WriteDecisions(TimelinePage page, HtmlWriter writer)
    {
        var number = page.View.Request.CurrentStage?.Number;
        var onTheirWay = page.View.Decisions.Where(decision => decision.InFlight && decision.Stage == number);
        foreach (var decision in onTheirWay.TakeLast(MaxDecisions))
        {
            var said = page.Words.DecisionOf(page.NameOf(decision.Approver), decision.Kind);
            var progress = page.Words.Progress(decision.State);
            writer.NewLine().Text($"{TimelinePage.Indent}{Icons.Of(decision.State)} {said}, {progress}");
        }
    }
}

/// <summary>The way of one request so far, and for whom it is told.</summary>
public sealed record TimelineView
{
    /// <summary>The latest snapshot.</summary>
    public required PaymentRequest Request { get; init; }

    /// <summary>The decisions on their way, oldest first.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Who reads it.</summary>
    public required ErpId Reader { get; init; }

    /// <summary>The reader's language.</summary>
    public required Language Language { get; init; }

    /// <summary>The zone in which the reader reads times.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Now.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>What every line of a timeline needs: words, formats, names made safe and short.</summary>
internal sealed class TimelinePage(TimelineView view)
{
    public const string Created = "📄";
    public const string Indent = "\u2003";

    private const int MaxName = 48;
    private const int MaxCode = 12;
    private const int MaxPeople = 3;

    public TimelineView View => view;

    public IInboxPhrases Inbox { get; } = Phrases.For(view.Language).Inbox;

    public ICardWords Words { get; } = Phrases.For(view.Language).Card;

    public LanguageFormats Formats { get; } = Phrases.For(view.Language).Formats;

    /// <summary>The index of the stage that matters most: the current one, or the last that was decided.</summary>
    public int Position
    {
        get
        {
            var stages = view.Request.Route.ToList();
            var current = stages.FindIndex(stage => ReferenceEquals(stage, view.Request.CurrentStage));
            return current >= 0 ? current : Math.Max(0, stages.FindLastIndex(stage => stage.DecidedAt is not null));
        }
    }

    public static string Name(string? text) => ForeignText.Inline(text, MaxName);

    public string NameOf(Person person) => person.ErpId == view.Reader ? Words.You : Name(person.Name);

    public string Money(Money money) =>
        Formats.Money(money with { Currency = ForeignText.Inline(money.Currency, MaxCode) });

    public string Moment(DateTimeOffset moment) => Formats.Moment(Local(moment), Local(view.Now).Year);

    /// <summary>Who decided, or who may; empty when nobody can tell.</summary>
    public string Who(Stage stage)
    {
        if (stage.State == StageState.Skipped)
        {
            return Words.Skipped;
        }

        if (stage.DecidedBy is { } decider)
        {
            return NameOf(decider);
        }

        var names = string.Join(", ", stage.Approvers.Take(MaxPeople).Select(NameOf));
        var hidden = stage.Approvers.Count - MaxPeople;
        return hidden > 0 ? $"{names} {Words.MorePeople(hidden)}" : names;
    }

    private DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, view.TimeZone).DateTime;
}

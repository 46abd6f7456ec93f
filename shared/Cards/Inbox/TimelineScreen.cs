using PaymentBot.Approvals;
using PaymentBot.Cards.Layout;
using PaymentBot.Cards.Markup;

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
        writer.Bold(page.Phrases.Timeline(TimelinePage.Name(view.Request.Number)));
        writer.NewLine().Text($"{page.Money(view.Request.Total)} · {TimelinePage.Name(view.Request.Payee.Name)}");
        writer.NewLine().NewLine();
        var created = page.Phrases.Created(page.Moment(view.Request.Date), page.NameOf(view.Request.Initiator));
        writer.Text($"{TimelinePage.Created} {created}");
        WriteStages(page, writer);
        writer.NewLine().NewLine();
        if (StageTimes.Altogether(view.Request, view.Now) is { } altogether)
        {
            writer.Text($"{page.Phrases.Altogether(page.Phrases.Duration(altogether), view.Request.Status)} ");
        }

        writer.Text(page.Phrases.AsOf(page.Moment(view.Now)));
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
        writer
            .NewLine()
            .Text($"{TimelinePage.IconOf(stage, current)} {page.Words.Role(TimelinePage.Name(stage.Role))}");
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
            var duration = page.Phrases.Duration(time);
            yield return current ? page.Phrases.Waits(duration) : page.Phrases.Took(duration);
        }

        if (current && stage.Due is { } due)
        {
            var moment = page.Moment(due);
            yield return due < page.View.Now ? page.Phrases.Overdue(moment) : page.Words.Due(moment);
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

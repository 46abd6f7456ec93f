using PaymentBot.Approvals;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Layout;

/// <summary>The stages: who decided when and with which words, whose turn it is, who is still to come.</summary>
internal static class RouteBlock
{
    public static void Write(CardPage page, HtmlWriter writer)
    {
        var route = page.Request.Route;
        writer.Bold(page.Words.Route);
        var position = Position(page);
        if (page.Standing.Current is not null)
        {
            writer.Text($", {page.Words.StageOf(position + 1, route.Count)}");
        }

        var (first, count) = Window(route.Count, position, page.Detail.Stages);
        if (first > 0)
        {
            writer.NewLine().Text(page.Words.EarlierStages(first));
        }

        for (var i = first; i < first + count; i++)
        {
            WriteStage(page, route[i], writer);
        }

        if (first + count < route.Count)
        {
            writer.NewLine().Text(page.Words.LaterStages(route.Count - first - count));
        }
    }

    /// <summary>The index of the stage that matters most: the current one, or the last that was decided.</summary>
    private static int Position(CardPage page)
    {
        var position = 0;
        for (var i = 0; i < page.Request.Route.Count; i++)
        {
            var stage = page.Request.Route[i];
            if (ReferenceEquals(stage, page.Standing.Current))
            {
                return i;
            }

            position = stage.State is StageState.Approved or StageState.Rejected ? i : position;
        }

        return position;
    }

    private static (int First, int Count) Window(int stages, int position, int max)
    {
        var count = Math.Min(stages, max);
        return (Math.Clamp(position - (count / 2), 0, stages - count), count);
    }

    /// <summary>One stage of the route, with its comment and the decisions on their way.</summary>
    private static void WriteStage(CardPage page, Stage stage, HtmlWriter writer)
    {
        var current = ReferenceEquals(stage, page.Standing.Current);
        var icon =
            current && page.Standing.Holding is { } holding ? Icons.Of(holding.State) : Icons.Of(stage.State, current);
        writer.NewLine().Text($"{icon} {page.Role(stage)}");
        if (stage.State is StageState.Approved or StageState.Rejected)
        {
            WriteDecided(page, stage, writer);
        }
        else if (stage.State == StageState.Skipped)
        {
            writer.Text($": {page.Words.Skipped}");
        }
        else
        {
            WriteOpen(page, stage, current, writer);
        }

        if (current)
        {
            DecidingBlock.WriteProgress(page, writer);
            WriteDecisions(page, writer);
        }
    }

    private static void WriteDecided(CardPage page, Stage stage, HtmlWriter writer)
    {
        if (stage is { State: StageState.Approved, Agreed: { Count: > 1 } agreed })
        {
            writer.Text($": {DecidingBlock.Names(page, agreed)}");
        }
        else if (stage.DecidedBy is { } by)
        {
            writer.Text($": {page.Name(by)}");
        }

        if (stage.DecidedAt is { } at)
        {
            writer.Text($", {page.Moment(at)}");
        }

        var saidAbove =
            page.Request.Status == RequestStatus.Rejected && ReferenceEquals(stage, HeadBlock.Rejection(page.Request));
        if (!saidAbove && page.Tells(stage.Comment))
        {
            writer.NewLine().Text($"{Icons.Comment} {page.Quoted(stage.Comment)}");
        }
    }

    private static void WriteOpen(CardPage page, Stage stage, bool current, HtmlWriter writer)
    {
        if (stage.Approvers.Count > 0)
        {
            writer.Text($": {DecidingBlock.Names(page, stage.Approvers)}");
        }

        if (stage.Approvers.Count > 1 && (current || !stage.Rule.FirstDecides))
        {
            writer.Text($" ({page.Words.Rule(stage.Rule)})");
        }

        if (stage.Due is { } due && !(current && DueIsSaid(page, stage)))
        {
            writer.Text($", {page.Words.Due(page.Moment(due))}");
        }
    }

    /// <summary>Whether the headline names the due date, or a decision on its way has made it pointless.</summary>
    private static bool DueIsSaid(CardPage page, Stage stage) =>
        HeadBlock.ShowsDue(page) || (page.Standing.Holding is not null && stage.Rule.FirstDecides);

    private static void WriteDecisions(CardPage page, HtmlWriter writer)
    {
        var decisions = page.Standing.Others;
        foreach (var decision in decisions.Take(page.Detail.People))
        {
            var said = page.IsReader(decision.Approver)
                ? page.Words.YourDecision(decision.Kind)
                : page.Words.DecisionOf(page.Foreign(decision.Approver.Name), decision.Kind);
            writer.NewLine().Text($"{Icons.Of(decision.State)} {said}, {page.Words.Progress(decision.State)}");
        }

        if (decisions.Count > page.Detail.People)
        {
            writer.NewLine().Text(page.Words.MoreDecisions(decisions.Count - page.Detail.People));
        }
    }
}

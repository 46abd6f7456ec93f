using PaymentBot.Approvals;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Layout;

/// <summary>One stage of the route, with its comment and the decisions on their way.</summary>
internal static class StageLines
{
    public static void Write(CardPage page, Stage stage, HtmlWriter writer)
    {
        var current = ReferenceEquals(stage, page.State.Current);
        writer.NewLine().Text($"{Icon(page, stage, current)} {page.Role(stage)}");
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

    private static string Icon(CardPage page, Stage stage, bool current) =>
        stage.State switch
        {
            StageState.Approved => Icons.Approved,
            StageState.Rejected => Icons.Rejected,
            StageState.Skipped => Icons.Skipped,
            _ when current => page.State.Holding is { } holding ? Icons.Of(holding.State) : Icons.YourTurn,
            _ => Icons.Later,
        };

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
        HeadBlock.ShowsDue(page) || (page.State.Holding is not null && stage.Rule.FirstDecides);

    private static void WriteDecisions(CardPage page, HtmlWriter writer)
    {
        var decisions = page.State.Others;
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

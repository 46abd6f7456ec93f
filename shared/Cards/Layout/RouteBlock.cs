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
        if (page.State.Current is not null)
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
            StageLines.Write(page, route[i], writer);
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
            if (ReferenceEquals(stage, page.State.Current))
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
}

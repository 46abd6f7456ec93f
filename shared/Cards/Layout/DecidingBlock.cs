using PaymentBot.Approvals;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Layout;

/// <summary>What a card says about deciding with others: the question before a large amount, whom four eyes bar, who has agreed and who is waited for.</summary>
internal static class DecidingBlock
{
    /// <summary>The question before a large amount is approved, in place of the headline.</summary>
    public static void WriteConfirmation(CardPage page, HtmlWriter writer)
    {
        var total = page.Request.Total with { Currency = page.Foreign(page.Request.Total.Currency) };
        var question = page.Deciding.Confirm(page.Formats.Money(total), page.Foreign(page.Request.Payee.Name));
        writer.Text($"{Icons.Question} ").Bold(question);
        if (page.Context.Policy.ConfirmAbove.TryGetValue(page.Request.Total.Currency, out var limit))
        {
            writer.NewLine().Text(page.Deciding.ConfirmAbove(page.Formats.Money(total with { Amount = limit })));
        }

        if (!string.IsNullOrWhiteSpace(page.Context.Comment))
        {
            writer.NewLine().Text($"{Icons.Comment} {page.Quoted(page.Context.Comment)}");
        }
    }

    /// <summary>Why the reader cannot approve, and who can, in place of the headline.</summary>
    public static void WriteBarred(CardPage page, FourEyesBar bar, HtmlWriter writer)
    {
        writer.Text($"{Icons.Warning} ").Bold(page.Deciding.AnotherHasToApprove);
        var role = bar is FourEyesBar.OtherStage other
            ? page.Words.RoleInSentence(page.Role(other.Stage))
            : string.Empty;
        writer.NewLine().Text(page.Deciding.WhyBarred(bar, role));
        var progress = page.State.Progress;
        writer.NewLine();
        writer.Text(
            progress.CanComplete
                ? page.Deciding.MayApprove(Names(page, progress.Able), progress.Able.Count)
                : page.Deciding.NobodyMayApprove
        );
    }

    /// <summary>What the ERP has taken of the reader while others are waited for.</summary>
    public static void WriteOwn(CardPage page, ErpId reader, HtmlWriter writer)
    {
        var agreed = page.State.Progress.Agreed.Any(person => person.ErpId == reader);
        var said = page.Words.YourDecision(agreed ? DecisionKind.Approve : DecisionKind.Reject);
        writer.NewLine().Text(page.Deciding.OwnDecisionTaken(said));
    }

    /// <summary>How far the current stage has come, below its line of the route: only what the ERP has confirmed.</summary>
    public static void WriteProgress(CardPage page, HtmlWriter writer)
    {
        var progress = page.State.Progress;
        var missing = progress.Needed - progress.Agreed.Count;
        if (progress.Agreed.Count > 0)
        {
            var agreed = page.Deciding.Agreed(progress.Agreed.Count, progress.Needed);
            writer.NewLine().Text($"{Icons.Taken} {agreed}: {Names(page, progress.Agreed)}");
        }

        if (progress.Agreed.Count > 0 && missing > 0)
        {
            var waiting =
                progress.Stage!.Rule == StageRule.All
                    ? page.Deciding.WaitingFor(Names(page, progress.Waiting))
                    : page.Deciding.WaitingForMore(missing);
            writer.NewLine().Text($"{Icons.Waiting} {waiting}");
        }

        if (!progress.CanComplete && page.State.Bar is null)
        {
            writer.NewLine().Text($"{Icons.Warning} {page.Deciding.NobodyMayApprove}");
        }
    }

    /// <summary>The reader comes first; those who are not named are counted.</summary>
    public static string Names(CardPage page, IReadOnlyList<Person> people)
    {
        var shown = people.OrderByDescending(page.IsReader).Take(page.Detail.People).Select(page.Name).ToList();
        var hidden = people.Count - shown.Count;
        var names = string.Join(", ", shown);
        return hidden > 0 ? $"{names} {page.Words.MorePeople(hidden)}" : names;
    }
}

using PaymentBot.Approvals;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Layout;

/// <summary>
/// What a card says about deciding: the question before a large amount, whom four eyes bar, what became of the reader's own decision, who has agreed and who is
/// waited for.
/// </summary>
internal static class DecidingBlock
{
    /// <summary>The question before a large amount is approved, in place of the headline.</summary>
    public static void WriteConfirmation(CardPage page, HtmlWriter writer)
    {
        var total = page.Request.Total with { Currency = page.Foreign(page.Request.Total.Currency) };
        var question = page.Words.Confirm(page.Formats.Money(total), page.Foreign(page.Request.Payee.Name));
        writer.Text($"{Icons.Question} ").Bold(question);
        if (page.Context.Policy.ConfirmAbove.TryGetValue(page.Request.Total.Currency, out var limit))
        {
            writer.NewLine().Text(page.Words.ConfirmAbove(page.Formats.Money(total with { Amount = limit })));
        }

        if (!string.IsNullOrWhiteSpace(page.Context.Comment))
        {
            writer.NewLine().Text($"{Icons.Comment} {page.Quoted(page.Context.Comment)}");
        }
    }

    /// <summary>Why the reader cannot approve, and who can, in place of the headline.</summary>
    public static void WriteBarred(CardPage page, FourEyesBar bar, HtmlWriter writer)
    {
        writer.Text($"{Icons.Warning} ").Bold(page.Words.AnotherHasToApprove);
        var role = bar is FourEyesBar.OtherStage other
            ? page.Words.RoleInSentence(page.Role(other.Stage))
            : string.Empty;
        writer.NewLine().Text(page.Words.WhyBarred(bar, role));
        var progress = page.Standing.Progress;
        writer.NewLine();
        writer.Text(
            progress.CanComplete
                ? page.Words.MayApprove(Names(page, progress.Able), progress.Able.Count)
                : page.Words.NobodyMayApprove
        );
    }

    /// <summary>What the ERP has taken of the reader while others are waited for.</summary>
    public static void WriteOwn(CardPage page, ErpId reader, HtmlWriter writer)
    {
        var agreed = page.Standing.Progress.Agreed.Any(person => person.ErpId == reader);
        var said = page.Words.YourDecision(agreed ? DecisionKind.Approve : DecisionKind.Reject);
        writer.NewLine().Text(page.Words.OwnDecisionTaken(said));
    }

    /// <summary>Why the reader's own decision did not count, in the reader's words and in the ERP's.</summary>
    public static void WriteSetback(CardPage page, HtmlWriter writer)
    {
        if (page.Standing is not { Setback: { } setback, Holding: null })
        {
            return;
        }

        writer.Text($"{Icons.Warning} {page.Words.Setback(setback.State, setback.Kind)}");
        writer.Text(Reason(page, setback) is { } reason ? $": {reason}." : ".");
        if (!string.IsNullOrWhiteSpace(setback.Message))
        {
            writer.NewLine().Quote(ForeignText.Lines(setback.Message, page.Detail.Comment), expandable: false);
        }

        if (page.Standing.CanDecide)
        {
            writer.NewLine().Text(page.Words.DecideAgain);
        }
    }

    /// <summary>How far the current stage has come, below its line of the route: only what the ERP has confirmed.</summary>
    public static void WriteProgress(CardPage page, HtmlWriter writer)
    {
        var progress = page.Standing.Progress;
        var missing = progress.Needed - progress.Agreed.Count;
        if (progress.Agreed.Count > 0)
        {
            var agreed = page.Words.Agreed(progress.Agreed.Count, progress.Needed);
            writer.NewLine().Text($"{Icons.Taken} {agreed}: {Names(page, progress.Agreed)}");
        }

        if (progress.Agreed.Count > 0 && missing > 0)
        {
            var waiting =
                progress.Stage!.Rule == StageRule.All
                    ? page.Words.WaitingFor(Names(page, progress.Waiting))
                    : page.Words.WaitingForMore(missing);
            writer.NewLine().Text($"{Icons.Waiting} {waiting}");
        }

        if (!progress.CanComplete && page.Standing.Bar is null)
        {
            writer.NewLine().Text($"{Icons.Warning} {page.Words.NobodyMayApprove}");
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

    private static string? Reason(CardPage page, Decision setback) =>
        string.IsNullOrWhiteSpace(setback.Reason)
            ? null
            : page.Words.Reason(setback.Reason) ?? page.Words.UnknownReason(page.Foreign(setback.Reason));
}

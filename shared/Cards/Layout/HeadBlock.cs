using PaymentBot.Approvals;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Layout;

/// <summary>The first lines: how much, what to do, who said what.</summary>
internal static class HeadBlock
{
    public static void Write(CardPage page, HtmlWriter writer)
    {
        writer.Bold(page.Money(page.Request.Total)).NewLine();
        if (!page.Context.Linked)
        {
            WriteSignedOut(page, writer);
        }

        WriteHeadline(page, writer);
        WriteOwnDecision(page, writer);
    }

    /// <summary>Whether the headline says until when the current stage should decide.</summary>
    public static bool ShowsDue(CardPage page) =>
        page.Standing is { Holding: null, Dialogue: CardDialogue.None, Bar: null };

    private static void WriteSignedOut(CardPage page, HtmlWriter writer)
    {
        writer.Text($"{Icons.SignedOut} ").Bold(page.ForGroup ? page.GroupWords.NotFollowed : page.Words.SignedOut);
        _ = page.ForGroup ? writer.NewLine() : writer.NewLine().Text(page.Words.SignInAgain).NewLine();
    }

    private static void WriteHeadline(CardPage page, HtmlWriter writer)
    {
        if (page.Standing.Holding is { } holding)
        {
            WriteHolding(page, holding, writer);
        }
        else if (page.Standing is { Dialogue: CardDialogue.None, Bar: { } bar })
        {
            DecidingBlock.WriteBarred(page, bar, writer);
        }
        else if (page.Standing.Dialogue == CardDialogue.Confirming)
        {
            DecidingBlock.WriteConfirmation(page, writer);
        }
        else if (page.Standing.CanDecide)
        {
            WriteTurn(page, writer);
        }
        else
        {
            WriteStatus(page, writer);
        }
    }

    private static void WriteHolding(CardPage page, Decision holding, HtmlWriter writer)
    {
        var retrying = holding is { State: DecisionState.Sent, Attempts: > 1 };
        writer.Text($"{Icons.Of(holding.State)} ").Bold(page.Words.Handing(holding.State, retrying)).NewLine();
        var decision = page.IsReader(holding.Approver)
            ? page.Words.YourDecision(holding.Kind)
            : page.Words.DecisionOf(page.Foreign(holding.Approver.Name), holding.Kind);
        writer.Text($"{decision}, {page.Moment(holding.DecidedAt)}");
        WriteComment(page, holding.Comment, writer);
        if (retrying)
        {
            writer.NewLine().Text(page.Words.NothingToDo);
        }
    }

    private static void WriteTurn(CardPage page, HtmlWriter writer)
    {
        var (icon, text) = page.Standing.Dialogue switch
        {
            CardDialogue.ChoosingReason => (Icons.Question, page.Words.ChooseReason),
            CardDialogue.WritingReason => (Icons.Writing, page.Words.WriteReason),
            CardDialogue.WritingComment => (Icons.Writing, page.Words.WriteComment),
            _ => (Icons.YourTurn, page.Words.YourDecisionNeeded),
        };
        writer.Text($"{icon} ").Bold(text);
        if (ShowsDue(page) && page.Standing.Current?.Due is { } due)
        {
            writer.Text($" {page.Words.Due(page.Moment(due))}");
        }
    }

    private static void WriteStatus(CardPage page, HtmlWriter writer)
    {
        var status = page.Request.Status;
        var yours = page.Context.Audience == CardAudience.Initiator;
        writer.Text($"{Icons.Of(status)} ").Bold(page.Words.Status(status, yours));
        if (page.Standing.Current is { } current)
        {
            writer.Text($": {page.Words.RoleInSentence(page.Role(current))}");
            WriteDue(page, current, writer);
        }
        else if (status == RequestStatus.Rejected && Rejection(page.Request) is { } stage)
        {
            WriteRejection(page, stage, writer);
        }
    }

    private static void WriteDue(CardPage page, Stage stage, HtmlWriter writer)
    {
        if (stage.Due is { } due)
        {
            writer.Text($", {page.Words.Due(page.Moment(due))}");
        }
    }

    /// <summary>The stage that ended the request, or null.</summary>
    public static Stage? Rejection(PaymentRequest request) =>
        request.Route.LastOrDefault(stage => stage.State == StageState.Rejected);

    private static void WriteRejection(CardPage page, Stage stage, HtmlWriter writer)
    {
        if (stage.DecidedAt is { } at)
        {
            writer.Text($", {page.Moment(at)}");
        }

        var who = stage.DecidedBy is { } person ? page.NameFirst(person) : page.Role(stage);
        writer.NewLine().Text(who);
        if (page.Tells(stage.Comment))
        {
            writer.Text($": {page.Quoted(stage.Comment)}");
        }
    }

    private static void WriteOwnDecision(CardPage page, HtmlWriter writer)
    {
        if (page.Standing is { ReaderHasDecided: true, Holding: null })
        {
            DecidingBlock.WriteOwn(page, page.Context.Reader!.Value, writer);
        }
        else if (page.Context.Audience == CardAudience.Approver && !page.Standing.ReadersTurn)
        {
            WriteOtherStage(page, writer);
        }
    }

    private static void WriteOtherStage(CardPage page, HtmlWriter writer)
    {
        var decided = page.Request.Route.LastOrDefault(stage => stage.DecidedBy is { } by && page.IsReader(by));
        if (decided is { State: StageState.Approved or StageState.Rejected })
        {
            WriteDecided(page, decided, writer);
        }
        else if (page.Standing.Current is { } current && Upcoming(page, current) is { } upcoming)
        {
            writer.NewLine().Text(page.Words.YourStageIsLater(page.Words.RoleInSentence(page.Role(upcoming))));
        }
    }

    private static void WriteDecided(CardPage page, Stage decided, HtmlWriter writer)
    {
        if (page.Request.Status == RequestStatus.Rejected && ReferenceEquals(decided, Rejection(page.Request)))
        {
            return; // The headline has said it.
        }

        var kind = decided.State == StageState.Approved ? DecisionKind.Approve : DecisionKind.Reject;
        writer.NewLine().Text(page.Words.YourDecision(kind));
        if (decided.DecidedAt is { } at)
        {
            writer.Text($", {page.Moment(at)}");
        }
    }

    private static Stage? Upcoming(CardPage page, Stage current) =>
        page.Request.Route.FirstOrDefault(stage =>
            stage.Number > current.Number && stage.State == StageState.Waiting && stage.Approvers.Any(page.IsReader)
        );

    private static void WriteComment(CardPage page, string? comment, HtmlWriter writer)
    {
        if (page.Tells(comment))
        {
            writer.NewLine().Text($"{Icons.Comment} {page.Quoted(comment)}");
        }
    }
}

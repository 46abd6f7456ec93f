using PaymentBot.Approvals;
using PaymentBot.Cards.Layout;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Inbox;

/// <summary>One request in a list: how much and to whom; which and until when or where it stands; what for.</summary>
internal static class InboxEntry
{
    private const int MaxCode = 12;
    private const int MaxName = 60;
    private const int MaxNumber = 40;
    private const int MaxPurpose = 80;

    public static void Write(InboxList list, PaymentRequest request, string number, HtmlWriter writer)
    {
        var total = request.Total with { Currency = ForeignText.Inline(request.Total.Currency, MaxCode) };
        writer.Text($"{number}. ").Bold(CardLanguage.Formats(list.Language).Money(total));
        writer.Text($" · {ForeignText.Inline(request.Payee.Name, MaxName)}");
        var document = ForeignText.Inline(request.Number, MaxNumber);
        writer.NewLine();
        if (list.Kind == InboxKind.Pending && request.CurrentStage?.Due is null)
        {
            writer.Text(CardLanguage.Words(list.Language).Document(document, Day(list, request.Date)));
        }
        else
        {
            writer.Text(
                $"{document} · {(list.Kind == InboxKind.Pending ? Due(list, request) : Standing(list, request))}"
            );
        }

        if (list.Kind == InboxKind.History && Own(list, request) is { } own)
        {
            writer.NewLine().Text(own);
        }

        var purpose = ForeignText.Inline(request.Purpose, MaxPurpose);
        if (purpose.Length > 0)
        {
            writer.NewLine().Text(purpose);
        }
    }

    private static string Due(InboxList list, PaymentRequest request)
    {
        var due = request.CurrentStage!.Due!.Value;
        var moment = Moment(list, due);
        return due < list.Now
            ? $"{Icons.Warning} {Phrases.For(list.Language).Inbox.Overdue(moment)}"
            : CardLanguage.Words(list.Language).Due(moment);
    }

    private static string Standing(InboxList list, PaymentRequest request)
    {
        var words = CardLanguage.Words(list.Language);
        var status = $"{Icons.Of(request.Status)} {words.Status(request.Status, false)}";
        return request.CurrentStage is { } stage
            ? $"{status}: {words.RoleInSentence(words.Role(ForeignText.Inline(stage.Role, MaxName)))}"
            : status;
    }

    /// <summary>What the reader decided last, as the ERP tells it, or null.</summary>
    private static string? Own(InboxList list, PaymentRequest request)
    {
        var stage = request.Route.LastOrDefault(stage =>
            stage.State is StageState.Approved or StageState.Rejected && stage.DecidedBy?.ErpId == list.Reader
        );
        if (stage is null)
        {
            return null;
        }

        var kind = stage.State == StageState.Approved ? DecisionKind.Approve : DecisionKind.Reject;
        var said = CardLanguage.Words(list.Language).YourDecision(kind);
        return stage.DecidedAt is { } at ? $"{said}, {Moment(list, at)}" : said;
    }

    private static string Moment(InboxList list, DateTimeOffset moment) =>
        CardLanguage.Formats(list.Language).Moment(Local(list, moment), Local(list, list.Now).Year);

    private static string Day(InboxList list, DateTimeOffset moment) =>
        CardLanguage.Formats(list.Language).Day(DateOnly.FromDateTime(Local(list, moment)));

    private static DateTime Local(InboxList list, DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, list.TimeZone).DateTime;
}

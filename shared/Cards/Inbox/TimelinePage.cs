using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Layout;
using PaymentBot.Cards.Markup;
using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards.Inbox;

/// <summary>What every line of a timeline needs: words, formats, names made safe and short.</summary>
internal sealed class TimelinePage(TimelineView view)
{
    public const string Created = "📄";
    public const string Indent = "\u2003";

    private const int MaxName = 48;
    private const int MaxCode = 12;
    private const int MaxPeople = 3;

    public TimelineView View => view;

    public IInboxPhrases Phrases { get; } = Cards.Phrases.For(view.Language).Inbox;

    public ICardWords Words { get; } = CardLanguage.Words(view.Language);

    private IFormats Formats { get; } = CardLanguage.Formats(view.Language);

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

    public static string IconOf(Stage stage, bool current) =>
        stage.State switch
        {
            StageState.Approved => Icons.Approved,
            StageState.Rejected => Icons.Rejected,
            StageState.Skipped => Icons.Skipped,
            _ => current ? Icons.YourTurn : Icons.Later,
        };

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

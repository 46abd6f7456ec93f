using System.Diagnostics.CodeAnalysis;
using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Groups;
using PaymentBot.Cards.Markup;
using PaymentBot.Cards.Words;

namespace PaymentBot.Cards.Layout;

/// <summary>What every block of one card at one level of detail needs.</summary>
internal sealed class CardPage(CardContext context, Standing standing, Detail detail)
{
    private readonly int _year = TimeZoneInfo.ConvertTime(context.Request.Date, context.TimeZone).Year;

    public CardContext Context => context;

    public PaymentRequest Request => context.Request;

    public Standing Standing => standing;

    public Detail Detail => detail;

    public ICardWords Words { get; } = Phrases.For(context.Language).Card;

    public LanguageFormats Formats { get; } = Phrases.For(context.Language).Formats;

    public bool ForGroup => context.Audience == CardAudience.Group;

    /// <summary>Whether account and taxpayer number stay hidden, also in what people wrote, and the files do not come along.</summary>
    public bool HidesAccount => ForGroup && context.Redaction != Redaction.Full;

    /// <summary>Whether amounts are rounded and nothing of what people wrote is shown.</summary>
    public bool RoundsAmounts => ForGroup && context.Redaction == Redaction.Rounded;

    public IGroupPhrases GroupWords { get; } = Phrases.For(context.Language).Groups;

    /// <summary>A name from outside, made safe and short.</summary>
    public string Foreign(string? text) => ForeignText.Inline(text, detail.Name);

    /// <summary>A comment or message from outside on one line, in quotation marks.</summary>
    public string Quoted(string text) => Words.Quoted(ForeignText.Inline(Masked(text), detail.Comment));

    /// <summary>Whether a comment is there and for these readers.</summary>
    public bool Tells([NotNullWhen(true)] string? comment) => !RoundsAmounts && !string.IsNullOrWhiteSpace(comment);

    /// <summary>What somebody wrote, without the numbers that are hidden from these readers.</summary>
    public string Masked(string text) => HidesAccount ? DigitMask.Apply(ForeignText.Lines(text, int.MaxValue)) : text;

    /// <summary>An amount with its currency, as exact as it is meant to be here.</summary>
    public string Money(Money money)
    {
        var safe = money with { Currency = Foreign(money.Currency) };
        return RoundsAmounts ? Formats.Rounded(safe) : Formats.Money(safe);
    }

    /// <summary>A role in words.</summary>
    public string Role(Stage stage) => Words.Role(Foreign(stage.Role));

    /// <summary>A person's name, or "you".</summary>
    public string Name(Person person) => IsReader(person) ? Words.You : Foreign(person.Name);

    /// <summary>The same at the beginning of a line.</summary>
    public string NameFirst(Person person) => IsReader(person) ? Words.YouFirst : Foreign(person.Name);

    public bool IsReader(Person person) => !ForGroup && person.ErpId == context.Reader;

    /// <summary>A moment in the reader's zone; the year shows when it is not the document's.</summary>
    public string Moment(DateTimeOffset moment) =>
        Formats.Moment(TimeZoneInfo.ConvertTime(moment, context.TimeZone).DateTime, _year);

    /// <summary>The day of a moment in the reader's zone.</summary>
    public string Day(DateTimeOffset moment) =>
        Formats.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, context.TimeZone).DateTime));
}

/// <summary>How much room the parts of a card get. A card takes the first level at which it fits.</summary>
/// <param name="Name">The longest name, in code points.</param>
/// <param name="Purpose">What the purpose gets at least; it also gets all that the others leave.</param>
/// <param name="Comment">The longest comment or message.</param>
/// <param name="People">How many approvers of a stage are named.</param>
/// <param name="Stages">How many stages are shown.</param>
/// <param name="Files">How many files are named.</param>
internal sealed record Detail(int Name, int Purpose, int Comment, int People, int Stages, int Files)
{
    /// <summary>From everything to the bare necessities.</summary>
    public static IReadOnlyList<Detail> Levels { get; } =
    [
        new(Name: 250, Purpose: 700, Comment: 300, People: 6, Stages: 20, Files: 20),
        new(Name: 150, Purpose: 500, Comment: 200, People: 4, Stages: 12, Files: 10),
        new(Name: 100, Purpose: 300, Comment: 120, People: 3, Stages: 8, Files: 6),
        new(Name: 60, Purpose: 200, Comment: 80, People: 2, Stages: 5, Files: 4),
        new(Name: 48, Purpose: 140, Comment: 60, People: 2, Stages: 3, Files: 2),
        new(Name: 32, Purpose: 100, Comment: 40, People: 1, Stages: 1, Files: 1),
        new(Name: 24, Purpose: 60, Comment: 30, People: 1, Stages: 1, Files: 0),
    ];
}

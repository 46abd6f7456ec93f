using PaymentBot.Cards;
using PaymentBot.Cards.Groups;
using PaymentBot.Cards.Words;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards.Screens;

/// <summary>What groups see and are told.</summary>
internal static class GroupScreens
{
    private const string Key = "treasury";
    private const string Title = "Финансы";
    private const string Person = "Морозова Ольга Николаевна";

    private static readonly string[] s_screens =
    [
        "full",
        "account",
        "rounded",
        "rounded-rejected",
        "unbound",
        "said",
        "operators",
    ];

    /// <summary>The screens by name.</summary>
    public static IReadOnlyDictionary<string, Func<Language, string>> All { get; } =
        s_screens.ToDictionary(
            name => name,
            name => (Func<Language, string>)(language => Draw(name, language)),
            StringComparer.Ordinal
        );

    /// <summary>Every sentence for groups and about them, with a text in each place where one goes.</summary>
    public static IEnumerable<string> Sentences(IGroupPhrases words, string text) =>
        [.. Said(words, text), .. Operators(words, text, text, text), words.NotFollowed, words.FilesInPrivateChat(5)];

    private static string Draw(string screen, Language language) =>
        screen switch
        {
            "said" => string.Join("\n----------\n", Said(Phrases.For(language).Groups, Key)),
            "operators" => string.Join("\n----------\n", Operators(Phrases.For(language).Groups, Key, Title, Person)),
            _ => Drawing.Of(CardRenderer.Render(Context(screen) with { Language = language })),
        };

    private static CardContext Context(string screen) =>
        screen switch
        {
            "full" => Pending(Redaction.Full),
            "rounded" => Pending(Redaction.Rounded),
            "rounded-rejected" => Sample.ForGroup(Sample.Rejected) with { Redaction = Redaction.Rounded },
            "unbound" => Pending(Redaction.Rounded) with { Linked = false },
            _ => Pending(Redaction.Account),
        };

    private static CardContext Pending(Redaction redaction) =>
        Sample.ForGroup(
            Sample.SecondStage with
            {
                Attachments = Sample.Files,
                Purpose =
                    "Оплата по счёту № 45 от 20.11.2026, р/с 40702 810 9 0000 0001234, ИНН 7701234567, в т. ч. НДС 208 333,42",
            }
        ) with
        {
            Redaction = redaction,
        };

    private static IEnumerable<string> Said(IGroupPhrases words, string key) =>
        [
            .. Enum.GetValues<Redaction>().Select(redaction => words.Bound(key, redaction)),
            words.RedactionChanged(key, Redaction.Rounded),
            words.BoundAlready(key, Redaction.Account),
            words.BoundElsewhere(key),
            words.PlaceTaken(key),
            words.SetByOperator(key),
            words.Unbound(key),
            words.NothingBound,
            words.Where(key, Redaction.Account, false),
            words.Where(key, Redaction.Full, true),
            words.HowToBind,
            words.NotAllowed,
            words.CannotCheck,
            words.Anonymous,
            words.Help("https://t.me/bot?start=group"),
        ];

    private static IEnumerable<string> Operators(IGroupPhrases words, string key, string title, string who) =>
        [
            words.OperatorBound(key, title, Redaction.Rounded, who),
            words.OperatorUnbound(key, title, who),
            .. Enum.GetValues<GroupTrouble>()
                .Where(trouble => trouble != GroupTrouble.None)
                .Select(trouble => words.OperatorTrouble(key, trouble)),
            words.OperatorTroubleOver(key),
            words.OperatorMoved(key, -1001700000042),
        ];
}

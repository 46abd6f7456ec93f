using PaymentBot.Cards;
using PaymentBot.Cards.Groups;

namespace PaymentBot.Tests.Cards;

/// <summary>What groups see and are told, word for word, as somebody has read and approved it.</summary>
public sealed class GroupScreenTests
{
    private const string Key = "treasury";
    private const string Title = "Финансы";
    private const string Person = "Морозова Ольга Николаевна";

    public static TheoryData<string, Language> Screens
    {
        get
        {
            var screens = new TheoryData<string, Language>();
            foreach (
                var screen in (string[])
                    ["full", "account", "rounded", "rounded-rejected", "unbound", "said", "operators"]
            )
            {
                screens.Add(screen, Language.Russian);
                screens.Add(screen, Language.English);
            }

            return screens;
        }
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void Screen_reads_as_approved(string screen, Language language) =>
        ApprovedText.Check($"Groups/{screen}.{LanguageTags.CodeOf(language)}.txt", Draw(screen, language));

    [Theory]
    [InlineData(Language.Russian)]
    [InlineData(Language.English)]
    public void Sentences_are_well_formed_short_and_in_their_own_letters(Language language)
    {
        foreach (var sentence in All(Phrases.For(language).Groups, "<b>&\u202E\n" + new string('x', 500)))
        {
            Assert.InRange(TelegramHtml.Parse(sentence).CodePoints, 1, 1000);
            Assert.DoesNotContain("<b>&amp;", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202E', sentence);
        }

        foreach (var sentence in All(Phrases.For(language).Groups, "7"))
        {
            var text = TelegramHtml.Parse(sentence).Text;
            Assert.DoesNotContain(text, symbol => language == Language.English && symbol is >= 'Ѐ' and <= 'ӿ');
        }
    }

    private static string Draw(string screen, Language language) =>
        screen switch
        {
            "said" => string.Join("\n----------\n", Said(Phrases.For(language).Groups, Key)),
            "operators" => string.Join("\n----------\n", Operators(Phrases.For(language).Groups, Key, Title, Person)),
            _ => Written(CardRenderer.Render(Context(screen) with { Language = language })),
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

    private static string Written(Card card) =>
        string.Join(
            '\n',
            [
                card.Html.Replace('\u00A0', '~'),
                "",
                "----------",
                .. card.Keyboard.Select(row => string.Join(" ", row.Select(button => $"[ {button.Text} ]"))),
                "",
            ]
        );

    private static IEnumerable<string> All(IGroupPhrases words, string text) =>
        [.. Said(words, text), .. Operators(words, text, text, text), words.NotFollowed, words.FilesInPrivateChat(5)];

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

using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Cards.Inline;

namespace PaymentBot.Tests.Cards.Inline;

/// <summary>What a search from a chat shows, word for word, as somebody has read and approved it.</summary>
public sealed class InlineScreenTests
{
    private const string Url = "https://t.me/paymentbot?start=r-6f1c0a52";

    private static readonly string[] s_cards =
    [
        "pending-full",
        "pending-masked",
        "waiting-erp-masked",
        "second-stage-full",
        "approved-full",
        "rejected-masked",
        "ended",
    ];

    public static TheoryData<string, Language> Cards
    {
        get
        {
            var cards = new TheoryData<string, Language>();
            foreach (var card in s_cards)
            {
                cards.Add(card, Language.Russian);
                cards.Add(card, Language.English);
            }

            return cards;
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Card_reads_as_approved(string name, Language language) =>
        ApprovedText.Check(
            Path.Combine("..", "..", "Approved", "Inline", $"card-{name}.{LanguageTags.CodeOf(language)}.txt"),
            Draw(Card(name, language))
        );

    [Theory]
    [InlineData(Language.Russian)]
    [InlineData(Language.English)]
    public void List_and_sentences_read_as_approved(Language language)
    {
        var words = Phrases.For(language).Inline;
        var context = Context(Sample.SecondStage, language);
        string[] lines =
        [
            Entry(InlineCard.Describe(context, showsAll: true)),
            "----------",
            Entry(InlineCard.Describe(context, showsAll: false)),
            "----------",
            $"[ {words.SignInButton} ]",
            $"[ {words.UnblockButton} ]",
            $"[ {words.NothingFoundButton} ]",
            $"[ {words.TooMuchButton} ]",
            $"[ {words.OffButton} ]",
            "----------",
            words.Guide("payment_bot").Replace('\u00A0', '~'),
            $"[ {words.SearchButton} ]",
            "",
        ];
        ApprovedText.Check(
            Path.Combine("..", "..", "Approved", "Inline", $"search.{LanguageTags.CodeOf(language)}.txt"),
            string.Join('\n', lines)
        );
    }

    private static Card Card(string name, Language language) =>
        name switch
        {
            "pending-full" => InlineCard.Render(Context(Sample.Request, language), showsAll: true),
            "pending-masked" => InlineCard.Render(Context(Sample.Request, language), showsAll: false),
            "waiting-erp-masked" => InlineCard.Render(
                Context(Sample.Request, language) with
                {
                    Decisions = [Sample.Decision(Sample.Request, Sample.Sidorova, DecisionState.Sent)],
                },
                showsAll: false
            ),
            "second-stage-full" => InlineCard.Render(Context(Sample.SecondStage, language), showsAll: true),
            "approved-full" => InlineCard.Render(Context(Sample.Approved, language), showsAll: true),
            "rejected-masked" => InlineCard.Render(Context(Sample.Rejected, language), showsAll: false),
            _ => InlineCard.RenderEnded(Context(Sample.Request, language)),
        };

    private static CardContext Context(PaymentRequest request, Language language) =>
        Sample.ForGroup(request, language) with
        {
            PrivateChatUrl = Url,
        };

    private static string Entry(InlineEntry entry) => $"{entry.Title}\n{entry.Description}".Replace('\u00A0', '~');

    private static string Draw(Card card) =>
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
}

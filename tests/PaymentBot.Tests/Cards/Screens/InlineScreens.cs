using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Cards.Inline;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards.Screens;

/// <summary>What a search from a chat shows.</summary>
internal static class InlineScreens
{
    private const string Url = "https://t.me/paymentbot?start=r-6f1c0a52";

    private static readonly string[] s_screens =
    [
        "search",
        "card-pending-full",
        "card-pending-masked",
        "card-waiting-erp-masked",
        "card-second-stage-full",
        "card-approved-full",
        "card-rejected-masked",
        "card-ended",
    ];

    /// <summary>The screens by name.</summary>
    public static IReadOnlyDictionary<string, Func<Language, string>> All { get; } =
        s_screens.ToDictionary(
            name => name,
            name =>
                (Func<Language, string>)(
                    language => name is "search" ? DrawSearch(language) : Drawing.Of(Card(name, language))
                ),
            StringComparer.Ordinal
        );

    private static string DrawSearch(Language language)
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
            Drawing.Spaced(words.Guide("payment_bot")),
            $"[ {words.SearchButton} ]",
            "",
        ];
        return string.Join('\n', lines);
    }

    private static Card Card(string name, Language language) =>
        name switch
        {
            "card-pending-full" => InlineCard.Render(Context(Sample.Request, language), showsAll: true),
            "card-pending-masked" => InlineCard.Render(Context(Sample.Request, language), showsAll: false),
            "card-waiting-erp-masked" => InlineCard.Render(
                Context(Sample.Request, language) with
                {
                    Decisions = [Sample.Decision(Sample.Request, Sample.Sidorova, DecisionState.Sent)],
                },
                showsAll: false
            ),
            "card-second-stage-full" => InlineCard.Render(Context(Sample.SecondStage, language), showsAll: true),
            "card-approved-full" => InlineCard.Render(Context(Sample.Approved, language), showsAll: true),
            "card-rejected-masked" => InlineCard.Render(Context(Sample.Rejected, language), showsAll: false),
            _ => InlineCard.RenderEnded(Context(Sample.Request, language)),
        };

    private static CardContext Context(PaymentRequest request, Language language) =>
        Sample.ForGroup(request, language) with
        {
            PrivateChatUrl = Url,
        };

    private static string Entry(InlineEntry entry) => Drawing.Spaced($"{entry.Title}\n{entry.Description}");
}

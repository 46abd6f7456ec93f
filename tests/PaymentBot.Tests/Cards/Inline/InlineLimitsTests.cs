using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Cards;
using PaymentBot.Cards.Inline;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards.Inline;

/// <summary>Whatever the ERP sends, Telegram takes what is found and what is sent.</summary>
public sealed class InlineLimitsTests
{
    public static TheoryData<Language> Languages => new(Language.Russian, Language.English);

    [Fact]
    public void Any_card_is_short_and_well_formed() =>
        Prop.ForAll(
                HostileRequests.Contexts,
                context =>
                {
                    foreach (var card in Cards(context))
                    {
                        var parsed = TelegramHtml.Parse(card.Html);
                        Assert.InRange(parsed.CodePoints, 1, 1500);
                        Assert.InRange(parsed.Entities, 0, 100);
                        Assert.InRange(Encoding.UTF8.GetByteCount(card.Html), 1, 32_768);
                        Assert.DoesNotContain('\u202E', parsed.Text);
                        Assert.DoesNotContain(card.Keyboard.SelectMany(row => row), button => button.Url is null);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true));

    [Fact]
    public void Any_entry_of_the_list_is_short() =>
        Prop.ForAll(
                HostileRequests.Contexts,
                context =>
                {
                    foreach (var all in (bool[])[true, false])
                    {
                        var entry = InlineCard.Describe(context, all);
                        Assert.InRange(entry.Title.EnumerateRunes().Count(), 1, 120);
                        Assert.InRange(entry.Description.EnumerateRunes().Count(), 1, 200);
                        Assert.DoesNotContain('\n', entry.Title);
                        Assert.InRange(entry.Description.Count(symbol => symbol == '\n'), 0, 1);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true));

    [Fact]
    public void Masked_card_depends_on_neither_amount_nor_payee_nor_purpose() =>
        Prop.ForAll(
                HostileRequests.Contexts,
                context =>
                {
                    var other = context with
                    {
                        Request = context.Request with
                        {
                            Total = Sample.Request.Total,
                            Payee = Sample.Request.Payee,
                            Purpose = Sample.Request.Purpose,
                            Attachments = [],
                            Initiator = Sample.Kim,
                        },
                    };
                    Assert.Equal(
                        InlineCard.Render(other, showsAll: false).Html,
                        InlineCard.Render(context, showsAll: false).Html
                    );
                    Assert.Equal(InlineCard.RenderEnded(other).Html, InlineCard.RenderEnded(context).Html);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sentences_fit(Language language)
    {
        var words = Phrases.For(language).Inline;
        Assert.All(
            [
                words.SignInButton,
                words.UnblockButton,
                words.NothingFoundButton,
                words.TooMuchButton,
                words.OffButton,
                words.SearchButton,
            ],
            button => Assert.InRange(button.Length, 1, 64)
        );
        Assert.InRange(TelegramHtml.Parse(words.Guide("<b>&\u202E" + new string('x', 500))).CodePoints, 1, 1500);
    }

    private static IEnumerable<Card> Cards(CardContext context) =>
        [
            InlineCard.Render(context, showsAll: true),
            InlineCard.Render(context, showsAll: false),
            InlineCard.RenderEnded(context),
        ];
}

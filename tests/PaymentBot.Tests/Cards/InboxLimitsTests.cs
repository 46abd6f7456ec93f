using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Cards;
using PaymentBot.Cards.Inbox;
using PaymentBot.Cards.Words;

namespace PaymentBot.Tests.Cards;

/// <summary>Whatever the ERP sends and whoever reads it, Telegram takes the lists, the timelines and the settings.</summary>
public sealed class InboxLimitsTests
{
    private static readonly string s_hostile = "<b>&\u202E\n" + string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 300));

    private static readonly string[] s_names =
    [
        "Telegram",
        "ERP",
        "IANA",
        "Asia/Omsk",
        "Asia/Tokyo",
        "/bind treasury",
        "treasury",
        "paymentbot doctor",
    ];

    public static TheoryData<Language> Languages => new(Language.Russian, Language.English);

    [Fact]
    public void Any_list_is_within_the_limits_and_well_formed() =>
        Prop.ForAll(
                HostileRequests.Contexts,
                context =>
                {
                    foreach (var kind in Enum.GetValues<InboxKind>())
                    {
                        Check(InboxScreen.Render(ListOf(context, kind), InboxSample.KeyOf));
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithQuietOnSuccess(true));

    [Fact]
    public void Any_timeline_is_within_the_limits_and_well_formed() =>
        Prop.ForAll(
                HostileRequests.Contexts,
                context =>
                    Check(
                        TimelineScreen.Render(
                            InboxSample.Timeline(context.Request, context.Language) with
                            {
                                Decisions = context.Decisions,
                            }
                        )
                    )
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Settings_are_within_the_limits(Language language)
    {
        var view = InboxSample.Settings(language);
        foreach (
            var screen in new[]
            {
                SettingsScreen.Main(view),
                SettingsScreen.Languages(view),
                SettingsScreen.QuietHours(view),
                SettingsScreen.TimeZones(view),
            }
        )
        {
            Check(screen);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_the_bot_says_of_itself_fits_the_Bot_API(Language language)
    {
        var help = Phrases.For(language).Inbox.Help;
        Assert.InRange(help.Description.Length, 1, 512);
        Assert.InRange(help.ShortDescription.Length, 1, 120);
        Assert.All(
            [.. help.PrivateCommands, .. help.GroupCommands, .. help.AdministratorCommands],
            command =>
            {
                Assert.Matches("^[a-z0-9_]{1,32}$", command.Command);
                Assert.InRange(command.Description.Length, 1, 256);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_uses_its_own_letters_only(Language language)
    {
        var help = Phrases.For(language).Inbox.Help;
        var commands = help.PrivateCommands.Concat(help.AdministratorCommands).ToList();
        string[] said = [.. Sentences(language, "7"), .. commands.Select(command => command.Description)];
        foreach (var sentence in said)
        {
            var known = commands
                .Select(command => $"/{command.Command}")
                .Concat(["/start", .. s_names])
                .OrderByDescending(name => name.Length);
            var text = known.Aggregate(
                TelegramHtml.Parse(sentence).Text,
                (rest, word) => rest.Replace(word, "", StringComparison.Ordinal)
            );
            Assert.DoesNotContain(text, language == Language.Russian ? char.IsAsciiLetter : IsCyrillic);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Toasts_and_foreign_words_fit(Language language)
    {
        var phrases = Phrases.For(language).Inbox;
        Assert.All(
            [phrases.ListGone, phrases.CardBelow, phrases.NotFound, phrases.Settings.Saved],
            toast => Assert.InRange(toast.Length, 1, 200)
        );
        Assert.All(
            [phrases.CardMoved(s_hostile), phrases.Settings.UnknownZone(s_hostile)],
            html =>
            {
                Assert.InRange(TelegramHtml.Parse(html).CodePoints, 1, 1000);
                Assert.DoesNotContain('\u202E', html);
            }
        );
    }

    [Fact]
    public void What_was_searched_for_reads_back_from_the_list()
    {
        foreach (var typed in new[] { "ромашка", ">1 млн", "  два   слова ", "שלום", s_hostile, new string('я', 300) })
        {
            var query = InboxScreen.QueryFrom(typed);
            var list = InboxSample.Found(Language.Russian) with { Query = query };
            var shown = TelegramHtml.Parse(InboxScreen.Render(list, InboxSample.KeyOf).Html).Text;
            Assert.Equal(query, InboxScreen.QueryOf(shown));
            Assert.InRange(query.EnumerateRunes().Count(), 1, InboxScreen.MaxQuery);
        }

        Assert.Null(InboxScreen.QueryOf("Ждут вашего решения: 3"));
        Assert.Null(InboxScreen.QueryOf(null));
    }

    private static IEnumerable<string> Sentences(Language language, string name)
    {
        var help = Phrases.For(language).Inbox.Help;
        yield return help.Tell((HelpTopics)31);
        yield return help.Tell(HelpTopics.None);
        yield return help.UnknownCommand;
        yield return help.UnknownText;
        yield return help.Description;
        yield return help.ShortDescription;
        var settings = Phrases.For(language).Inbox.Settings;
        yield return settings.ChooseQuietHours;
        yield return settings.ChooseTimeZone;
        yield return settings.UnknownZone(name);
        yield return settings.NeverDelayed;
        yield return Phrases.For(language).Inbox.TimelineHow;
    }

    private static InboxList ListOf(CardContext context, InboxKind kind) =>
        InboxSample.List(kind, context.Language) with
        {
            Requests = [.. Enumerable.Repeat(context.Request, InboxList.PageSize)],
            Reader = context.Request.Initiator.ErpId,
            Count = 499,
            More = true,
            Page = 98,
            Bounded = true,
            Query = kind == InboxKind.Found ? context.Request.Purpose ?? "?" : null,
            Totals = [.. Enumerable.Repeat(context.Request.Total, 50)],
        };

    private static void Check(Screen screen)
    {
        var parsed = TelegramHtml.Parse(screen.Html);
        Assert.InRange(parsed.CodePoints, 1, CardContext.MaxText);
        Assert.InRange(parsed.Entities, 0, 100);
        Assert.InRange(Encoding.UTF8.GetByteCount(screen.Html), 1, 32_768);
        Assert.DoesNotContain('\u202E', parsed.Text);
        foreach (var button in screen.Keyboard.SelectMany(row => row))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(button.Data), 1, 64);
            Assert.InRange(button.Text.Length, 1, 64);
        }

        Assert.All(screen.Keyboard, row => Assert.InRange(row.Count, 1, 8));
    }

    private static bool IsCyrillic(char letter) => letter is >= 'Ѐ' and <= 'ӿ';
}

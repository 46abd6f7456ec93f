using PaymentBot.Cards;

namespace PaymentBot.Tests.Cards.Screens;

/// <summary>All that people read, word for word, as somebody has read and approved it: one row and two files for each screen.</summary>
public sealed class ScreenTests
{
    private static readonly Dictionary<string, Func<Language, string>> s_screens = new[]
    {
        ("Cards", CardScreens.All),
        ("Deciding", DecidingScreens.All),
        ("Groups", GroupScreens.All),
        ("Inbox", InboxScreens.All),
        ("Inline", InlineScreens.All),
    }
        .SelectMany(family => family.Item2.Select(screen => ($"{family.Item1}/{screen.Key}", screen.Value)))
        .ToDictionary(screen => screen.Item1, screen => screen.Value, StringComparer.Ordinal);

    public static TheoryData<string, Language> Screens
    {
        get
        {
            var screens = new TheoryData<string, Language>();
            foreach (var screen in s_screens.Keys)
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
        ApprovedText.Check(FileOf(screen, language), s_screens[screen](language));

    [Fact]
    public void Every_approved_text_is_that_of_a_screen() =>
        Assert.Equal(
            Screens.Select(row => FileOf((string)row[0], (Language)row[1])).Order(StringComparer.Ordinal),
            ApprovedText.All().Order(StringComparer.Ordinal)
        );

    private static string FileOf(string screen, Language language) => $"{screen}.{LanguageTags.CodeOf(language)}.txt";
}

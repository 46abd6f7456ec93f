using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PaymentBot.Bot.SignIn;
using PaymentBot.Cards;
using PaymentBot.Functions.SignIn.Pages;

namespace PaymentBot.Tests.App.Web;

public sealed partial class PageTests
{
    private const string Nasty = "\"><script>alert(1)</script>&'\u202E";

    public static TheoryData<Language> Languages { get; } = [Language.Russian, Language.English];

    internal static ContinueView View { get; } =
        new()
        {
            TelegramName = "Ольга Морозова",
            Username = "morozova",
            Mailbox = "morozova@example.ru",
            FinishAddress = new Uri("https://t.me/example_payment_bot?start=AAAAAAAAAAAAAAAAAAAAAA"),
            State = "state-of-the-browser",
        };

    private static IEnumerable<Refusal> Refusals => Enum.GetValues<Refusal>();

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_refusal_says_what_happened_and_what_helps(Language language)
    {
        var texts = PageTexts.For(language);
        foreach (var refusal in Refusals)
        {
            var text = texts.Refused(refusal);
            Assert.All([text.Title, text.Why, text.WhatToDo], part => Assert.False(string.IsNullOrWhiteSpace(part)));
            Assert.EndsWith(".", text.WhatToDo, StringComparison.Ordinal);
            Assert.InRange(RefusalStatus.Of(refusal), 400, 503);
        }
    }

    [Fact]
    public void Languages_are_not_mixed()
    {
        var english = Refusals.Select(refusal => RefusedPage.Render(PageTexts.For(Language.English), refusal).Html);
        var russian = Refusals.Select(refusal => PageTexts.For(Language.Russian).Refused(refusal).Why);

        Assert.All(english, page => Assert.DoesNotContain(page, character => character is >= 'А' and <= 'я'));
        Assert.All(russian, text => Assert.Contains(text, character => character is >= 'А' and <= 'я'));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Pages_hold_no_script_no_handler_no_style_attribute_and_load_nothing(Language language)
    {
        foreach (var page in All(PageTexts.For(language)))
        {
            Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
            Assert.Contains($"<html lang=\"{LanguageTags.CodeOf(language)}\">", page, StringComparison.Ordinal);
            Assert.Single(Parts(page, "<h1>"));
            Assert.Single(Parts(page, "<style>"));
            Assert.DoesNotMatch(Forbidden(), page);
        }
    }

    [Fact]
    public void Policy_lets_in_the_style_that_stands_in_the_page()
    {
        var page = RefusedPage.Render(PageTexts.For(Language.English), Refusal.NoCookie).Html;
        var css = page.Split("<style>")[1].Split("</style>")[0];

        Assert.DoesNotContain('\r', css);
        Assert.Equal(
            $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'",
            PageStyle.Source
        );
    }

    [Fact]
    public void Whatever_a_page_is_given_is_encoded()
    {
        var texts = PageTexts.For(Language.English);
        var view = View with { TelegramName = Nasty, Username = Nasty, Mailbox = Nasty, State = Nasty };
        string[] pages =
        [
            ContinuePage.Render(texts, view).Html,
            DeniedPage.Render(texts, Nasty).Html,
            RefusedPage.Render(texts, Refusal.WrongDomain, Nasty, [Nasty]).Html,
            EmbeddedPage.Render(texts, new Uri("https://bot.example.ru/?a=\"><script>&"), Nasty).Html,
        ];

        Assert.All(pages, page => Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase));
        Assert.All(pages, page => Assert.DoesNotContain("\">&", page, StringComparison.Ordinal));
        Assert.Contains(
            "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#x27;",
            pages[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Page_names_both_sides_and_leads_back()
    {
        var page = ContinuePage.Render(PageTexts.For(Language.Russian), View).Html;

        Assert.Contains("<bdi>Ольга Морозова</bdi><span>@morozova</span>", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>morozova@example.ru</bdi>", page, StringComparison.Ordinal);
        Assert.Contains($"<a class=\"go\" href=\"{View.FinishAddress}\"", page, StringComparison.Ordinal);
        Assert.Contains("<form method=\"post\" action=\"callback\">", page, StringComparison.Ordinal);
        Assert.Contains("value=\"state-of-the-browser\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Account_without_a_username_is_shown_as_such() =>
        Assert.Contains(
            "has no @username",
            ContinuePage.Render(PageTexts.For(Language.English), View with { Username = null }).Html,
            StringComparison.Ordinal
        );

    [Fact]
    public void Wrong_domain_tells_the_right_ones_and_nothing_else_does()
    {
        var texts = PageTexts.For(Language.English);

        Assert.Contains(
            "Choose an account at a.ru or b.ru.",
            RefusedPage.Render(texts, Refusal.WrongDomain, null, ["a.ru", "b.ru"]).Html,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "a.ru",
            RefusedPage.Render(texts, Refusal.TicketGone, null, ["a.ru", "b.ru"]).Html,
            StringComparison.Ordinal
        );
    }

    private static string[] Parts(string page, string part) => page.Split(part)[1..];

    private static IEnumerable<string> All(IPageTexts texts) =>
        Refusals
            .Select(refusal => RefusedPage.Render(texts, refusal, "a@example.ru", ["example.ru"]).Html)
            .Append(ContinuePage.Render(texts, View).Html)
            .Append(DeniedPage.Render(texts, "Ольга").Html)
            .Append(
                EmbeddedPage.Render(texts, new Uri("https://bot.example.ru/api/oauth/start?ticket=a"), "start").Html
            );

    [GeneratedRegex(
        @"<(script|link|img|iframe|object|base|meta http-equiv)|<[^>]*\s(on\w+|style|src|srcset|background)=|@import|url\(",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Forbidden();
}

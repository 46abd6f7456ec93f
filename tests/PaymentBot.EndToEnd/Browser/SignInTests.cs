using Microsoft.Playwright;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Browser;

/// <summary>Signing in as a person does it: chat, Google, the bot's page, and back to the chat.</summary>
public sealed class SignInTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string EmbeddedAgent =
        "Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0 Mobile Safari/537.36";

    [SkippableTheory]
    [InlineData("phone-ru")]
    [InlineData("phone-en")]
    [InlineData("desktop-ru")]
    [InlineData("desktop-en")]
    public async Task Newcomer_signs_in_comes_back_to_the_chat_and_finds_the_card_that_waited(string kind)
    {
        await using var browser = await SignInBrowser.StartAsync(chromium.Browser, Newcomer.Of(kind));
        browser.SendRequest();
        var chat = await browser.OpenChatAsync();
        var tab = await browser.LogInAsync(chat);
        await Assertions.Expect(tab.Page.GetByText(browser.Newcomer.Mailbox)).ToBeVisibleAsync();
        await tab.AssertFitsAsync();
        await tab.PictureAsync($"sign-in-google-{kind}");
        await chat.PictureAsync($"sign-in-login-{kind}");
        await SignInBrowser.PickAsync(tab, browser.Newcomer.Mailbox);
        await FinishAsync(browser, tab);
        Assert.Equal(1, browser.Sandbox.Google.Grants(browser.Newcomer.Mailbox));
        Assert.Empty(browser.Complaints);
    }

    [SkippableTheory]
    [InlineData("phone-ru")]
    [InlineData("desktop-en")]
    public async Task Flow_works_against_an_identity_provider_of_somebody_else(string kind)
    {
        Skip.IfNot(Npm.IsInstalled, Npm.WhyMissing);
        var newcomer = Newcomer.Of(kind);
        await using var provider = await IdentityProvider.StartAsync(newcomer.Mailbox);
        await using var browser = await SignInBrowser.StartAsync(chromium.Browser, newcomer, provider.Settings);
        browser.SendRequest();
        var tab = await browser.LogInAsync(await browser.OpenChatAsync());
        await FinishAsync(browser, tab);
        Assert.Empty(browser.Complaints);
    }

    [SkippableFact]
    public async Task Forwarded_link_gives_its_sender_nothing_and_warns_both()
    {
        await using var browser = await SignInBrowser.StartAsync(chromium.Browser, Newcomer.Of("desktop-ru"));
        var thief = SandboxPeople.Initiator.Telegram;
        var chat = await browser.OpenChatAsync();
        await chat.OpenChatAsync(thief.Id, thief.FullName);
        var tab = await browser.LogInAsync(chat);
        await SignInBrowser.PickAsync(tab, browser.Newcomer.Mailbox);
        await Assertions.Expect(tab.Page.GetByText("@petrov")).ToBeVisibleAsync();
        await tab.Page.GetByText(browser.Newcomer.Finish).ClickAsync();
        await tab.Get($"start-{browser.Newcomer.Id}").ClickAsync();
        await tab.SeesMessageAsync("Ничего не подключено");
        await tab.PictureAsync("sign-in-victim-warned");
        await chat.SeesMessageAsync("завершали из другого аккаунта");
        Assert.Null(await browser.LinkedAsync(thief.Id));
        Assert.Null(await browser.LinkedAsync(browser.Newcomer.Id));
    }

    [SkippableTheory]
    [InlineData("phone-ru")]
    [InlineData("desktop-en")]
    public async Task Whoever_says_this_was_not_me_stops_it(string kind)
    {
        await using var browser = await SignInBrowser.StartAsync(chromium.Browser, Newcomer.Of(kind));
        var tab = await browser.LogInAsync(await browser.OpenChatAsync());
        await SignInBrowser.PickAsync(tab, browser.Newcomer.Mailbox);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = browser.Newcomer.Deny }).ClickAsync();
        await Assertions
            .Expect(tab.Page.GetByRole(AriaRole.Heading))
            .ToHaveTextAsync(kind.EndsWith("ru", StringComparison.Ordinal) ? "Вход остановлен" : "Sign-in stopped");
        await LookAsync(tab, $"sign-in-denied-{kind}");
        Assert.Null(await browser.LinkedAsync(browser.Newcomer.Id));
        Assert.Empty(browser.Complaints);
    }

    [SkippableTheory]
    [InlineData("phone-en", "James.Miller@gmail.com")]
    [InlineData("desktop-ru", "morozova@example.ru.evil.com")]
    public async Task Other_mailbox_is_refused_and_the_page_says_what_helps(string kind, string mailbox)
    {
        await using var browser = await SignInBrowser.StartAsync(chromium.Browser, Newcomer.Of(kind));
        var tab = await browser.LogInAsync(await browser.OpenChatAsync());
        await SignInBrowser.PickAsync(tab, mailbox);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("example.ru");
        await LookAsync(tab, $"sign-in-refused-{kind}");
        Assert.Null(await browser.LinkedAsync(browser.Newcomer.Id));
    }

    [SkippableTheory]
    [InlineData("phone-ru")]
    [InlineData("phone-en")]
    public async Task Window_inside_another_program_is_told_how_to_open_a_real_browser(string kind)
    {
        await using var browser = await SignInBrowser.StartAsync(
            chromium.Browser,
            Newcomer.Of(kind),
            userAgent: EmbeddedAgent
        );
        var tab = await browser.LogInAsync(await browser.OpenChatAsync());
        await Assertions.Expect(tab.Page.Locator("ol li").First).ToBeVisibleAsync();
        await LookAsync(tab, $"sign-in-embedded-{kind}");
        Assert.Null(await browser.LinkedAsync(browser.Newcomer.Id));
    }

    private static async Task FinishAsync(SignInBrowser browser, SandboxPage tab)
    {
        var newcomer = browser.Newcomer;
        var finish = tab.Page.GetByRole(AriaRole.Link, new() { Name = newcomer.Finish });
        await Assertions.Expect(finish).ToBeVisibleAsync();
        var main = tab.Page.GetByRole(AriaRole.Main);
        await SandboxPage.SeesAsync(main, newcomer.Person.Telegram.FullName);
        await SandboxPage.SeesAsync(main, $"@{newcomer.Person.Telegram.Username}");
        await SandboxPage.SeesAsync(main, newcomer.Mailbox);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await LookAsync(tab, $"sign-in-continue-{newcomer.Kind}");
        Assert.Null(await browser.LinkedAsync(newcomer.Id));
        await finish.ClickAsync();
        await Assertions.Expect(tab.Get("start-cancel")).ToBeVisibleAsync();
        await tab.AssertFitsAsync();
        await tab.PictureAsync($"sign-in-start-{newcomer.Kind}");
        await tab.Get($"start-{newcomer.Id}").ClickAsync();
        await tab.SeesMessageAsync(newcomer.Turn);
        await SandboxPage.SeesAsync(tab.Get("messages"), newcomer.Person.Erp.Name);
        await tab.AssertFitsAsync();
        await tab.PictureAsync($"sign-in-back-{newcomer.Kind}");
        Assert.Equal(newcomer.Person.Erp.ErpId, await browser.LinkedAsync(newcomer.Id));
    }

    private static async Task LookAsync(SandboxPage tab, string picture)
    {
        await tab.AssertFitsAsync();
        await tab.PictureAsync(picture);
        await tab.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await tab.PictureAsync($"{picture}-dark");
        await Axe.AssertAccessibleAsync(tab.Page);
    }
}

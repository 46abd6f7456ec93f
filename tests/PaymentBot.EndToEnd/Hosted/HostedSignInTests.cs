using PaymentBot.EndToEnd.Browser;
using PaymentBot.Sandbox.Hosting.Hosted;

namespace PaymentBot.EndToEnd.Hosted;

[Collection(HostedGroup.Name)]
public sealed class HostedSignInTests(HostedFixture fixture, Chromium chromium) : IClassFixture<Chromium>
{
    [SkippableFact]
    public async Task Newcomer_signs_in_through_the_host_and_finds_the_card_that_waited()
    {
        var bot = new HostedBot(
            new HostedBotOptions
            {
                PublishFolder = fixture.PublishFolder,
                NewAccount = fixture.Azurite.NewAccount,
                Timings = HostedWorld.Timings,
            }
        );
        await using var browser = await SignInBrowser.StartAsync(
            chromium.Browser,
            Newcomer.Of("desktop-ru"),
            options: HostedWorld.Options(bot)
        );
        browser.SendRequest();
        var chat = await browser.OpenChatAsync();
        var tab = await browser.LogInAsync(chat);
        await SignInBrowser.PickAsync(tab, browser.Newcomer.Mailbox);
        await tab.Page.GetByText(browser.Newcomer.Finish).ClickAsync();
        await tab.Get($"start-{browser.Newcomer.Id}").ClickAsync();
        await chat.SeesMessageAsync(browser.Newcomer.Turn);
        Assert.NotNull(await browser.LinkedAsync(browser.Newcomer.Id));
        Assert.Contains(bot.Instances[0].Invocations, end => end is { Function: "OAuthStart", Succeeded: true });
        Assert.Contains(bot.Instances[0].Invocations, end => end is { Function: "OAuthCallback", Succeeded: true });
        Assert.Empty(browser.Complaints);
    }
}

using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.SignIn;

/// <summary>A request's link is followed by somebody who has not signed in yet.</summary>
public sealed class SoughtRequestTests : SignInTest
{
    [Fact]
    public async Task Stranger_is_offered_to_sign_in_and_finds_the_way_to_the_request_afterwards()
    {
        var id = await Bot.AnnounceAsync();
        var link = LinkTo(id);
        var ticket = await AskAsync(Treasurer.Telegram, $"/start {link}");

        await SayAsync(Treasurer.Telegram, $"/start {await ProveAsync(ticket, Treasurer)}");

        var news = Bot.Telegram.Messages(Treasurer.Telegram.Id).Last(message => message.ByBot);
        Assert.StartsWith("Готово: Морозова", news.Text.Plain, StringComparison.Ordinal);
        Assert.Equal(
            [("Открыть заявку", $"https://t.me/payment_sandbox_bot?start={link}"), ("🔎 Искать заявки", null)],
            news.Markup.Buttons.Select(button => (button.Text, button.Url))
        );
        await SayAsync(Treasurer.Telegram, $"/start {link}");
        Assert.Single(Bot.Telegram.Cards(Treasurer.Telegram.Id, id));
    }

    [Fact]
    public async Task Link_of_no_request_leads_in_and_says_so()
    {
        var ticket = await AskAsync(SecondFinancialManager.Telegram, $"/start {LinkTo("another")}");

        await SayAsync(SecondFinancialManager.Telegram, $"/start {await ProveAsync(ticket, SecondFinancialManager)}");
        var said = await SayAsync(SecondFinancialManager.Telegram, $"/start {LinkTo("another")}");

        Assert.StartsWith("There is no such request", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_came_by_no_link_is_led_nowhere()
    {
        await SignInAsync(Treasurer);

        var news = Bot.Telegram.Messages(Treasurer.Telegram.Id).Last(message => message.ByBot);
        Assert.Equal(["🔎 Искать заявки"], news.Markup.Buttons.Select(button => button.Text));
    }

    private static string LinkTo(string id) => $"r-{RequestKey.Of(new RequestId(id)).Value}";
}

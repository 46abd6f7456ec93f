using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Groups;

public sealed class RedactionTests : GroupTest
{
    [Fact]
    public async Task New_binding_hides_the_account_and_keeps_the_files_out()
    {
        await TellPeopleAsync();
        await BindAsync("team");

        var id = await AnnounceAsync(2, "team");

        var text = Bot.Telegram.Card(Team, id).Text.Plain;
        Assert.StartsWith("1\u00A0250\u00A0000,50\u00A0₽", text, StringComparison.Ordinal);
        Assert.DoesNotContain("7701234567", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", text, StringComparison.Ordinal);
        Assert.Contains("3 файла, только в личном чате", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Bot.Telegram.Messages(Team), message => message.Document is not null);
    }

    [Fact]
    public async Task Rounded_tells_how_much_about_and_nothing_that_people_wrote()
    {
        await TellPeopleAsync();
        await BindAsync("team rounded en");
        var id = await AnnounceAsync(2, "team");

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Отклонить");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "бюджет");
        await Bot.SettleAsync();

        var text = Bot.Telegram.Card(Team, id).Text.Plain;
        Assert.StartsWith("≈\u00A0RUB\u00A01,300,000\n❌ Request rejected", text, StringComparison.Ordinal);
        Assert.DoesNotContain("рекламы", text, StringComparison.Ordinal);
        Assert.DoesNotContain("юджет", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_shows_what_private_cards_show_and_brings_the_files_into_the_topic()
    {
        await TellPeopleAsync();
        await BindAsync("team full", FirstTopic);

        var id = await AnnounceAsync(2, "team");

        var text = Bot.Telegram.Card(Team, id).Text.Plain;
        Assert.Contains("7701234567", text, StringComparison.Ordinal);
        Assert.Contains("••\u00A01234", text, StringComparison.Ordinal);
        var files = Bot.Telegram.Messages(Team).Where(message => message.Document is not null).ToList();
        Assert.Equal(3, files.Count);
        Assert.All(files, message => Assert.Equal(FirstTopic, message.ThreadId));
    }

    [Fact]
    public async Task Level_changes_with_the_next_change_of_a_request()
    {
        await TellPeopleAsync();
        await BindAsync("team");
        var id = await AnnounceAsync(1, "team");

        Assert.Contains("уровень изменён", await WriteAsync(Treasurer, "/bind team rounded"), StringComparison.Ordinal);
        Assert.Contains("84\u00A0300,00", Bot.Telegram.Card(Team, id).Text.Plain, StringComparison.Ordinal);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        Assert.StartsWith(
            "≈\u00A084\u00A0000\u00A0₽",
            Bot.Telegram.Card(Team, id).Text.Plain,
            StringComparison.Ordinal
        );
        Assert.Contains("округлённые суммы", await WriteAsync(Treasurer, "/where"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_groups_of_one_request_each_have_their_own_view()
    {
        await TellPeopleAsync();
        await BindAsync("one", FirstTopic);
        await BindAsync("two rounded", SecondTopic);

        var id = await AnnounceAsync(1, "one", "two", "treasury", "ONE");

        Assert.Equal(
            [(FirstTopic, "84\u00A0300,00\u00A0₽"), (SecondTopic, "≈\u00A084\u00A0000\u00A0₽")],
            Bot.Telegram.Cards(Team, id).Select(card => (card.ThreadId!.Value, card.Text.Plain.Split('\n')[0]))
        );
        Assert.Single(Bot.Telegram.Cards(TreasuryChatId, id));
    }
}

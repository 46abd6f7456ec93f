using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Groups;

public sealed class GroupTroubleTests : GroupTest
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bot_that_was_removed_tells_once_and_brings_the_open_requests_when_it_is_back(bool tell)
    {
        await TellPeopleAsync();
        await BindAsync("team");
        var before = await AnnounceAsync(1, "team");
        await Bot.Telegram.SetMembershipAsync(Team, BotMembership.Kicked, Treasurer.Telegram, tell);
        var open = await AnnounceAsync(1, "team");
        var closed = await AnnounceAsync(1, "team");
        await Bot.Telegram.TapAsync(BudgetHolder, before, "Согласовать");
        Bot.Erp.StandIn.Withdraw(closed);
        await Bot.SettleAsync();

        Assert.Equal("unreachable", (await DeliveryAsync(open, "team")).State);
        Assert.Single(Told(), text => text.Contains("не доходят до группы: бота удалили", StringComparison.Ordinal));

        await Bot.Telegram.SetMembershipAsync(Team, BotMembership.Member, Treasurer.Telegram);
        await Bot.SettleAsync();

        Assert.Equal("delivered", (await DeliveryAsync(open, "team")).State);
        Assert.Single(Bot.Telegram.Cards(Team, open));
        Assert.Empty(Bot.Telegram.Cards(Team, closed));
        Assert.Contains("Соколова", Bot.Telegram.Card(Team, before).Text.Plain, StringComparison.Ordinal);
        Assert.Single(Told(), text => text.Contains("снова доходят", StringComparison.Ordinal));
        Assert.Equal(3, Told().Length);
    }

    [Fact]
    public async Task Operators_who_read_english_are_told_in_english()
    {
        await StartAnewAsync(
            new HarnessOptions
            {
                MoreGroups = [TeamGroup],
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Bot:DefaultLanguage"] = "en" },
            }
        );

        await Bot.Telegram.SetMembershipAsync(TreasuryChatId, BotMembership.Kicked, Treasurer.Telegram);
        await Bot.SettleAsync();

        Assert.Equal(
            "⚠️ Requests with the key treasury do not reach the group: the bot was removed from it, or it no longer exists.",
            Assert.Single(Told())
        );
    }

    [Fact]
    public async Task Group_that_nothing_is_bound_to_is_of_no_interest()
    {
        await Bot.Telegram.SetMembershipAsync(Team, BotMembership.Kicked, Treasurer.Telegram);
        await Bot.Telegram.SetMembershipAsync(Team, BotMembership.Member, Treasurer.Telegram);
        await Bot.SettleAsync();

        Assert.Empty(Told());
        Assert.Empty(Bot.Telegram.Messages(Team));
    }

    [Fact]
    public async Task Key_of_a_group_the_bot_was_thrown_out_of_can_be_bound_elsewhere()
    {
        await TellPeopleAsync();
        await BindAsync("team");
        await Bot.Telegram.SetMembershipAsync(Team, BotMembership.Kicked, Treasurer.Telegram);

        await BindAsync("team", chatId: FinanceChatId);

        Assert.Single(Bot.Telegram.Cards(FinanceChatId, await AnnounceAsync(1, "team")));
    }

    [Fact]
    public async Task Rights_that_were_lost_are_told_once_and_tried_again_with_each_change()
    {
        await TellPeopleAsync();
        await BindAsync("team");
        await Bot.Telegram.SetMembershipAsync(Team, BotMembership.Silenced, Treasurer.Telegram, tell: false);
        var first = await AnnounceAsync(1, "team");
        var second = await AnnounceAsync(1, "team");
        Assert.Equal(("failed", "not enough rights to send"), await DeliveryAsync(first, "team"));
        Assert.Single(Told(), text => text.Contains("нет права писать", StringComparison.Ordinal));

        // The right comes back without a word from Telegram; the next card finds out.
        await Bot.Telegram.SetMembershipAsync(Team, BotMembership.Member, Treasurer.Telegram, tell: false);
        var third = await AnnounceAsync(1, "team");

        foreach (var id in (string[])[first, second, third])
        {
            Assert.Single(Bot.Telegram.Cards(Team, id));
            Assert.Equal("delivered", (await DeliveryAsync(id, "team")).State);
        }

        Assert.Single(Told(), text => text.Contains("снова доходят", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Silenced_bot_is_told_by_telegram_itself()
    {
        await Bot.Telegram.SetMembershipAsync(TreasuryChatId, BotMembership.Silenced, Treasurer.Telegram);
        await Bot.SettleAsync();

        Assert.Single(Told(), text => text.Contains("нет права писать", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Closed_topic_is_told_once_and_its_requests_arrive_when_it_opens(bool tell)
    {
        await TellPeopleAsync();
        await BindAsync("team", FirstTopic);
        await BindAsync("other", SecondTopic);
        await CloseAsync(FirstTopic, true, tell);
        var id = await AnnounceAsync(1, "team", "other");
        Assert.Equal(("failed", "TOPIC_CLOSED"), await DeliveryAsync(id, "team"));
        Assert.Equal("delivered", (await DeliveryAsync(id, "other")).State);
        await AnnounceAsync(1, "team");
        Assert.Single(
            Told(),
            text => text.Contains("ключом team не доходят до группы: тема закрыта", StringComparison.Ordinal)
        );

        await CloseAsync(FirstTopic, false, true);

        Assert.Equal(3, Bot.Telegram.Messages(Team).Count(message => message.ByBot && message.Markup.Rows.Count > 0));
        Assert.Single(Told(), text => text.Contains("ключом team снова доходят", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleted_topic_is_told_and_its_key_can_be_bound_elsewhere()
    {
        await TellPeopleAsync();
        await BindAsync("team", FirstTopic);
        var before = await AnnounceAsync(1, "team");
        Bot.Telegram.StandIn.Topics.Delete(Team, FirstTopic);
        var id = await AnnounceAsync(1, "team");
        Assert.Equal(("failed", "message thread not found"), await DeliveryAsync(id, "team"));
        Assert.Single(Told(), text => text.Contains("тема удалена", StringComparison.Ordinal));

        await BindAsync("team");
        await Bot.Telegram.TapAsync(BudgetHolder, before, "Согласовать");
        await Bot.SettleAsync();

        Assert.Null(Bot.Telegram.Card(Team, id).ThreadId);
        Assert.Null(Bot.Telegram.Card(Team, before).ThreadId);
    }

    private async Task CloseAsync(long topic, bool closed, bool tell)
    {
        Bot.Telegram.StandIn.Topics.SetClosed(Team, topic, closed, Treasurer.Telegram.Id);
        if (tell)
        {
            await Bot.Telegram.OfferAsync(Bot.Telegram.Messages(Team)[^1]);
        }

        await Bot.SettleAsync();
    }
}

using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Groups;

public sealed class MigrationTests : GroupTest
{
    private const long Small = -17000042;
    private const long Grown = -1001700000042;

    internal override HarnessOptions Options { get; } =
        new()
        {
            MoreGroups =
            [
                new TelegramGroup(Small, "Малая", [Treasurer.Telegram.Id]) { Creator = Treasurer.Telegram.Id },
                new TelegramGroup(Grown, "Малая", [Treasurer.Telegram.Id]) { Creator = Treasurer.Telegram.Id },
            ],
            Settings = BothRoles,
        };

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Bound_group_that_became_a_supergroup_goes_on_there_and_its_old_cards_are_edited(
        bool oldChatTells,
        bool newChatTells
    )
    {
        await TellPeopleAsync();
        await BindAsync("team", chatId: Small);
        var before = await AnnounceAsync(1, "team");
        Bot.Telegram.StandIn.World.Within(Small, chat => chat.MigratedTo = Grown);
        if (oldChatTells)
        {
            await TellAsync(Small, "migrate_to_chat_id", Grown);
        }

        if (newChatTells)
        {
            await TellAsync(Grown, "migrate_from_chat_id", Small);
        }

        var id = await AnnounceAsync(1, "team");
        await Bot.Telegram.TapAsync(BudgetHolder, before, "Согласовать");
        await Bot.SettleAsync();

        Assert.Single(Bot.Telegram.Cards(Grown, id));
        Assert.Empty(Bot.Telegram.Cards(Grown, before));
        Assert.Contains("Соколова", Bot.Telegram.Card(Small, before).Text.Plain, StringComparison.Ordinal);
        Assert.Single(Told(), text => text.Contains($"{Grown}", StringComparison.Ordinal));
        Assert.Contains("ключом team", await WriteAsync(Treasurer, "/where", chatId: Grown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Level_that_is_changed_after_the_move_leaves_the_old_cards_where_they_are()
    {
        await TellPeopleAsync();
        await BindAsync("team", chatId: Small);
        var before = await AnnounceAsync(1, "team");
        Bot.Telegram.StandIn.World.Within(Small, chat => chat.MigratedTo = Grown);
        await TellAsync(Small, "migrate_to_chat_id", Grown);

        await BindAsync("team rounded", chatId: Grown);
        await Bot.Telegram.TapAsync(BudgetHolder, before, "Согласовать");
        await Bot.SettleAsync();

        Assert.StartsWith("≈", Bot.Telegram.Card(Small, before).Text.Plain, StringComparison.Ordinal);
        Assert.Empty(Bot.Telegram.Cards(Grown, before));
    }

    [Fact]
    public async Task Old_card_that_cannot_be_edited_any_more_comes_anew_in_the_supergroup()
    {
        await TellPeopleAsync();
        await BindAsync("team", chatId: Small);
        var before = await AnnounceAsync(1, "team");
        Bot.Telegram.StandIn.World.Within(
            Small,
            chat =>
            {
                chat.Bot = BotMembership.Kicked;
                return true;
            }
        );
        await TellAsync(Grown, "migrate_from_chat_id", Small);

        await Bot.Telegram.TapAsync(BudgetHolder, before, "Согласовать");
        await Bot.SettleAsync();

        Assert.Contains("Соколова", Bot.Telegram.Card(Grown, before).Text.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain(Told(), text => text.Contains("не доходят", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Group_that_looked_lost_while_it_moved_gets_what_it_missed()
    {
        await TellPeopleAsync();
        await BindAsync("team", chatId: Small);
        await Bot.Telegram.SetMembershipAsync(Small, BotMembership.Kicked, Treasurer.Telegram);
        var id = await AnnounceAsync(1, "team");
        Assert.Equal("unreachable", (await DeliveryAsync(id, "team")).State);

        await TellAsync(Grown, "migrate_from_chat_id", Small);

        Assert.Single(Bot.Telegram.Cards(Grown, id));
    }

    private async Task TellAsync(long chatId, string field, long other)
    {
        var json = new JsonObject
        {
            ["message_id"] = 500,
            ["date"] = Bot.Now.ToUnixTimeSeconds(),
            ["chat"] = new JsonObject { ["id"] = chatId, ["type"] = chatId == Small ? "group" : "supergroup" },
            ["from"] = WireFormat.User(Treasurer.Telegram),
            [field] = other,
        };
        Assert.Equal(200, (await Bot.Telegram.PostAsync(Bot.Telegram.NextId(), "message", json)).Status);
        await Bot.SettleAsync();
    }
}

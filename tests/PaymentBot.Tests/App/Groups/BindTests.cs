using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Groups;

public sealed class BindTests : GroupTest
{
    [Theory]
    [InlineData(false, "Готово: заявки с ключом team приходят сюда.")]
    [InlineData(true, "Done: requests with the key team arrive here.")]
    public async Task Administrator_with_the_role_binds_a_topic_and_requests_arrive_there(bool english, string answer)
    {
        await TellPeopleAsync();

        var said = await WriteAsync(english ? SecondFinancialManager : Treasurer, "/bind team", FirstTopic);
        var id = await AnnounceAsync(2, "Team");

        Assert.StartsWith(answer, said, StringComparison.Ordinal);
        var card = Bot.Telegram.Card(Team, id);
        Assert.Equal(FirstTopic, card.ThreadId);
        Assert.Equal("delivered", (await DeliveryAsync(id, "Team")).State);
        Assert.Contains("team", Assert.Single(Told()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_of_a_group_has_one_button_that_opens_the_request_in_the_private_chat()
    {
        await TellPeopleAsync();
        await BindAsync("team");

        var id = await AnnounceAsync(1, "team", "treasury");

        foreach (var chat in (long[])[Team, TreasuryChatId])
        {
            var button = Assert.Single(Bot.Telegram.Card(chat, id).Markup.Buttons);
            Assert.Matches("^https://t\\.me/payment_sandbox_bot\\?start=r-[A-Za-z0-9_-]{22}$", button.Url);
            Assert.Null(button.CallbackData);
        }
    }

    [Fact]
    public async Task Answers_reply_in_the_topic_of_the_command_and_in_general_without_its_number()
    {
        await TellPeopleAsync();

        await WriteAsync(Treasurer, "/bind team", SecondTopic);
        await WriteAsync(Treasurer, "/where");

        var answers = Bot.Telegram.Messages(Team).Where(message => message.ByBot).ToList();
        Assert.Equal([SecondTopic, null], answers.Select(message => message.ThreadId));
        Assert.Equal([1L, 3L], answers.Select(message => message.ReplyTo!.Value));
    }

    [Theory]
    [InlineData(false, "Это может сделать администратор группы")]
    [InlineData(true, "This is for an administrator of the group")]
    public async Task Who_lacks_anything_binds_nothing_and_is_not_told_what(bool english, string answer)
    {
        await TellPeopleAsync();
        var person = english ? SecondFinancialManager : FinancialManager;
        if (english)
        {
            // An administrator whom the ERP has dismissed.
            await TellPeopleAsync(SecondFinancialManager.Erp with { Active = false });
            await Bot.LinkAsync(SecondFinancialManager);
        }

        // In Russian: with the role, but no administrator.
        Assert.StartsWith(answer, await WriteAsync(person, "/bind team"), StringComparison.Ordinal);
        Assert.StartsWith(answer, await WriteAsync(person, "/unbind"), StringComparison.Ordinal);
        Assert.Empty(Bot.Telegram.Cards(Team, await AnnounceAsync(1, "team")));
        Assert.Empty(Told());
    }

    [Fact]
    public async Task Administrator_without_the_role_or_without_a_link_or_unknown_to_the_erp_binds_nothing()
    {
        // Nobody has told the bot of the treasurer yet.
        Assert.StartsWith("Это может", await WriteAsync(Treasurer, "/bind team"), StringComparison.Ordinal);
        await TellPeopleAsync(Treasurer.Erp with { Role = "clerk" });
        Assert.StartsWith("Это может", await WriteAsync(Treasurer, "/bind team"), StringComparison.Ordinal);
        await TellPeopleAsync();
        await Bot.UnlinkAsync(Treasurer);
        Assert.StartsWith("Это может", await WriteAsync(Treasurer, "/bind team"), StringComparison.Ordinal);

        // Telegram is not even asked.
        Assert.Empty(Bot.Telegram.Tape.Of("getChatMember"));
        await Bot.LinkAsync(Treasurer);
        await BindAsync("team");
        Assert.Single(Bot.Telegram.Tape.Of("getChatMember"));
    }

    [Fact]
    public async Task Without_roles_in_the_settings_nobody_binds()
    {
        await StartAnewAsync(
            new HarnessOptions
            {
                MoreGroups = [TeamGroup],
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Groups:BinderRoles:0"] = " " },
            }
        );
        await TellPeopleAsync();

        Assert.StartsWith("Это может", await WriteAsync(Treasurer, "/bind team"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_telegram_does_not_answer_nothing_changes_and_that_is_said()
    {
        await TellPeopleAsync();
        Bot.Telegram.StandIn.Faults.Add(new(500, null, 1, "getChatMember", false));

        Assert.Contains("ничего не изменилось", await WriteAsync(Treasurer, "/bind team"), StringComparison.Ordinal);
        Assert.StartsWith("Сюда заявки не приходят", await WriteAsync(Treasurer, "/where"), StringComparison.Ordinal);
        await BindAsync("team");
    }

    [Theory]
    [InlineData("/bind")]
    [InlineData("/bind team loudly")]
    [InlineData("/bind 01234567890123456789012345678901234567890123456789012345678901234")]
    public async Task What_is_not_understood_is_answered_with_how_to_write_it(string text)
    {
        await TellPeopleAsync();

        Assert.Contains("/bind treasury rounded", await WriteAsync(Treasurer, text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_has_one_place_and_a_place_has_one_key()
    {
        await TellPeopleAsync();
        await BindAsync("team", FirstTopic);

        Assert.Contains(
            "Так уже и есть",
            await WriteAsync(Treasurer, "/bind TEAM", FirstTopic),
            StringComparison.Ordinal
        );
        Assert.Contains("в другом месте", await WriteAsync(Treasurer, "/bind team"), StringComparison.Ordinal);
        Assert.Contains(
            "ключом team",
            await WriteAsync(Treasurer, "/bind other", FirstTopic),
            StringComparison.Ordinal
        );
        await BindAsync("other", SecondTopic);
        Assert.Contains("ключом other", await WriteAsync(Treasurer, "/where", SecondTopic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_in_the_settings_is_the_operators()
    {
        await TellPeopleAsync();

        foreach (var text in (string[])["/bind treasury", "/unbind"])
        {
            var answer = await WriteAsync(Treasurer, text, chatId: TreasuryChatId);
            Assert.Contains("только оператор", answer, StringComparison.Ordinal);
        }

        Assert.Contains("только оператор", await WriteAsync(Treasurer, "/bind Treasury"), StringComparison.Ordinal);
        Assert.Contains(
            "задано в настройках",
            await WriteAsync(Treasurer, "/where", chatId: TreasuryChatId),
            StringComparison.Ordinal
        );
        Assert.Single(Bot.Telegram.Cards(TreasuryChatId, await AnnounceAsync(1, "treasury")));
    }

    [Fact]
    public async Task Unbound_key_gets_no_cards_and_can_be_bound_elsewhere()
    {
        await TellPeopleAsync();
        await BindAsync("team", FirstTopic);
        var id = await AnnounceAsync(1, "team");

        Assert.Contains(
            "больше не приходят",
            await WriteAsync(Treasurer, "/unbind", FirstTopic),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Сюда заявки не",
            await WriteAsync(Treasurer, "/unbind", FirstTopic),
            StringComparison.Ordinal
        );
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        var former = Bot.Telegram.Card(Team, id);
        Assert.Contains("Заявки сюда больше не приходят", former.Text.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain("канцелярские", former.Text.Plain, StringComparison.Ordinal);
        Assert.Empty(former.Markup.Buttons);
        Assert.Equal("unlinked", (await DeliveryAsync(id, "team")).State);

        await BindAsync("team", SecondTopic);
        var cards = Bot.Telegram.Cards(Team, id);
        Assert.Equal([FirstTopic, SecondTopic], cards.Select(card => card.ThreadId!.Value));
        Assert.Equal(3, Told().Length);
    }

    [Fact]
    public async Task Open_requests_that_named_a_key_before_it_was_bound_arrive_with_the_binding()
    {
        await TellPeopleAsync();
        var open = await AnnounceAsync(1, "team");
        var closed = await AnnounceAsync(1, "team");
        Bot.Erp.StandIn.Withdraw(closed);
        await Bot.SettleAsync();
        Assert.Equal("unlinked", (await DeliveryAsync(open, "team")).State);

        await BindAsync("team");

        Assert.Single(Bot.Telegram.Cards(Team, open));
        Assert.Empty(Bot.Telegram.Cards(Team, closed));
    }

    [Fact]
    public async Task Command_that_comes_again_is_answered_once()
    {
        await TellPeopleAsync();
        await Bot.Telegram.SayAsync(Team, Treasurer.Telegram, "/bind team", new(), 900);
        await Bot.Telegram.OfferAsync(Bot.Telegram.Messages(Team)[0], 900);
        await Bot.SettleAsync();

        Assert.Single(Bot.Telegram.Messages(Team), message => message.ByBot);
        Assert.Single(Told());
    }

    [Fact]
    public async Task Anonymous_administrator_is_nobody_and_told_so_once()
    {
        await TellPeopleAsync();

        var first = await WriteAsync(Treasurer, "/bind team", FirstTopic, anonymous: true);
        var second = await WriteAsync(Treasurer, "/where", FirstTopic, anonymous: true);

        Assert.Contains("Отключите анонимность", first, StringComparison.Ordinal);
        Assert.Null(second);
        Bot.Clock.Advance(TimeSpan.FromHours(25));
        Assert.NotNull(await WriteAsync(Treasurer, "/where", anonymous: true));
        Assert.Null(await WriteAsync(Treasurer, "/start", anonymous: true));
        Assert.Empty(Told());
    }

    [Theory]
    [InlineData("/bind@another_bot team")]
    [InlineData("/where@another_bot")]
    [InlineData("/help")]
    [InlineData("/start")]
    [InlineData("bind team")]
    [InlineData("/bindings")]
    public async Task What_is_for_others_stays_unanswered(string text)
    {
        await TellPeopleAsync();

        Assert.Null(await WriteAsync(Treasurer, text));
    }

    [Theory]
    [InlineData("/help@payment_sandbox_bot")]
    [InlineData("/start@Payment_Sandbox_Bot group")]
    public async Task Help_is_given_to_whoever_calls_the_bot_by_its_name(string text)
    {
        Assert.Contains("/where", await WriteAsync(Initiator, text, FirstTopic), StringComparison.Ordinal);
        Assert.Contains(
            "https://t.me/payment_sandbox_bot?start=",
            Bot.Telegram.Last(Team).Text.Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_writes_too_much_is_not_answered_for_a_while()
    {
        for (var times = 0; times < 8; times++)
        {
            Assert.NotNull(await WriteAsync(Initiator, "/where"));
        }

        Assert.Null(await WriteAsync(Initiator, "/where"));
        Assert.NotNull(await WriteAsync(BudgetHolder, "/where"));
        Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotNull(await WriteAsync(Initiator, "/where"));
    }
}

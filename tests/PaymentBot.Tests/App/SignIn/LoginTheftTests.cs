using System.Buffers.Text;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.SignIn;

public sealed class LoginTheftTests : SignInTest
{
    private const string Unusable = "Этот вход устарел или уже использован. Начните заново: /login";

    [Fact]
    public async Task Link_sent_to_a_victim_gives_the_thief_nothing_and_everybody_a_warning()
    {
        var thief = Company.Stranger;
        var code = await CodeAsync(thief.Telegram, Treasurer);

        var told = await SayAsync(Treasurer.Telegram, $"/start {code}");

        Assert.Contains("Ничего не подключено", told, StringComparison.Ordinal);
        Assert.Contains("Пётр Чужой", told, StringComparison.Ordinal);
        Assert.Contains(
            "из другого аккаунта Telegram",
            Bot.Telegram.Last(thief.Telegram.Id).Text.Plain,
            StringComparison.Ordinal
        );
        var warning = Bot.Telegram.Last(Company.OperatorId).Text.Plain;
        Assert.Contains("1999", warning, StringComparison.Ordinal);
        Assert.Contains("@morozova", warning, StringComparison.Ordinal);
        Assert.Contains("morozova@example.ru", warning, StringComparison.Ordinal);
        Assert.True(IsLogged("Security: a sign-in that Telegram user 1999 asked for was brought back by user 1005"));
        Assert.Equal([TokenOf(Treasurer, 1)], Google.GivenBack);
        Assert.Equal(Unusable, await SayAsync(thief.Telegram, $"/start {code}"));
        await NobodyIsLinkedAsync();
    }

    [Fact]
    public async Task Stolen_sign_in_leaves_the_token_of_the_victims_own_link_alone()
    {
        await SignInAsync(Treasurer);
        var code = await CodeAsync(Company.Stranger.Telegram, Treasurer);

        await SayAsync(Treasurer.Telegram, $"/start {code}");

        Assert.Empty(Google.GivenBack);
        Assert.Equal(Treasurer.Telegram.Id, (await LinkOfAsync(Treasurer))!.TelegramUserId);
    }

    [Fact]
    public async Task Code_brought_by_a_third_user_is_dead_for_its_owner_too()
    {
        var code = await CodeAsync(Treasurer.Telegram, Treasurer);
        await SayAsync(BudgetHolder.Telegram, $"/start {code}");

        Assert.Equal(Unusable, await SayAsync(Treasurer.Telegram, $"/start {code}"));
        await NobodyIsLinkedAsync();
    }

    [Fact]
    public async Task Replayed_code_links_nobody()
    {
        var code = await CodeAsync(Treasurer.Telegram, Treasurer);
        await SayAsync(Treasurer.Telegram, $"/start {code}");
        await SayAsync(Treasurer.Telegram, "/logout");

        Assert.Equal(Unusable, await SayAsync(Treasurer.Telegram, $"/start {code}"));
        Assert.Equal(Unusable, await SayAsync(Company.Stranger.Telegram, $"/start {code}"));
        await NobodyIsLinkedAsync();
    }

    [Fact]
    public async Task Code_in_a_group_is_not_looked_at()
    {
        var code = await CodeAsync(Treasurer.Telegram, Treasurer);
        await Bot.Telegram.SayAsync(TreasuryChatId, Treasurer.Telegram, $"/start {code}");
        await Bot.Telegram.SayAsync(TreasuryChatId, BudgetHolder.Telegram, $"/start@payment_sandbox_bot {code}");
        await Bot.SettleAsync();
        await NobodyIsLinkedAsync();

        await SayAsync(Treasurer.Telegram, $"/start {code}");
        Assert.NotNull(await LinkOfAsync(Treasurer));
    }

    [Fact]
    public async Task Ten_thousand_guesses_cost_five_looks_and_few_words()
    {
        var code = await CodeAsync(Treasurer.Telegram, Treasurer);
        var thief = Company.Stranger.Telegram;
        for (var guess = 0; guess < 10_000; guess++)
        {
            var text = $"/start {Base64Url.EncodeToString(Guid.NewGuid().ToByteArray())}";
            var update = new JsonObject
            {
                ["message_id"] = 500_000 + guess,
                ["date"] = Bot.Now.ToUnixTimeSeconds(),
                ["chat"] = new JsonObject
                {
                    ["id"] = thief.Id,
                    ["type"] = "private",
                    ["first_name"] = "Пётр",
                },
                ["from"] = WireFormat.User(thief),
                ["text"] = text,
            };
            Assert.Equal(200, (await Bot.Telegram.PostAsync(Bot.Telegram.NextId(), "message", update)).Status);
        }

        Assert.Equal(6, Bot.Telegram.Messages(thief.Id).Count(message => message.ByBot));
        Assert.True(IsLogged("Security: Telegram user 1999 brings too many codes."));
        await NobodyIsLinkedAsync();

        // The right code is of no use to one who may not try any more, and raises no alarm: it was never looked up.
        await Bot.Telegram.SayAsync(thief.Id, thief, $"/start {code}");
        await SayAsync(Treasurer.Telegram, $"/start {code}");
        Assert.NotNull(await LinkOfAsync(Treasurer));
    }
}

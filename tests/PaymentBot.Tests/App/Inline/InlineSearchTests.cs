using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Inline;

public sealed class InlineSearchTests : BotTest
{
    private InlineClerk Inline => new(Bot);

    [Fact]
    public async Task Requests_are_found_by_number_payee_amount_day_and_state()
    {
        var first = await Bot.AnnounceAsync(1);
        await Bot.AnnounceAsync(2);
        var number = Bot.Erp.Number(first);

        foreach (var text in (string[])["светлый", number, "<100 тыс", "84 300", $"офис {number} сегодня"])
        {
            Assert.Equal(["84 300,00 ₽ · ООО «Светлый офис»"], await TitlesAsync(BudgetHolder.Telegram, text));
        }

        Assert.Equal(2, (await TitlesAsync(BudgetHolder.Telegram, "")).Count);
        Assert.Equal(2, (await TitlesAsync(Initiator.Telegram, "мои")).Count);
        Assert.Equal(2, (await TitlesAsync(BudgetHolder.Telegram, "жду")).Count);
        Assert.Empty(await TitlesAsync(Treasurer.Telegram, "жду"));
        Assert.Empty(await TitlesAsync(BudgetHolder.Telegram, "оплачено"));
    }

    [Fact]
    public async Task Answer_is_for_the_asker_alone_and_never_from_a_cache()
    {
        await Bot.AnnounceAsync();

        var reply = await Inline.AskAsync(BudgetHolder.Telegram, TreasuryChatId, "");

        Assert.True((bool)reply.Answer["is_personal"]!);
        Assert.Equal(0, (int)reply.Answer["cache_time"]!);
        Assert.Empty(reply.NextOffset);
        Assert.Null(reply.Button);
    }

    [Fact]
    public async Task List_is_in_the_language_of_the_asker()
    {
        await Bot.AnnounceAsync();

        var reply = await Inline.AskAsync(SecondFinancialManager.Telegram, TreasuryChatId, "");

        var result = Assert.Single(reply.Results);
        Assert.Contains("In approval", (string)result["description"]!, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("will not see amount", (string)result["description"]!, StringComparison.Ordinal);
        Assert.Contains("private chat", Sent(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Masked", "sender", true)]
    [InlineData("Masked", "supergroup", false)]
    [InlineData("Masked", "private", false)]
    [InlineData("Masked", null, false)]
    [InlineData("Full", "supergroup", true)]
    [InlineData("Full", null, true)]
    public async Task Card_shows_what_the_setting_allows_for_the_chat(string setting, string? chatType, bool all)
    {
        await StartAnewAsync(With("Bot:InlineDisclosure", setting));
        await Bot.AnnounceAsync();

        var answer = await Inline.AskAsync(BudgetHolder.Telegram, "", chatType);

        var text = Sent((JsonObject)answer!["results"]![0]!);
        foreach (var secret in (string[])["84", "Светлый", "канцелярские"])
        {
            Assert.Equal(all, text.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Switched_off_it_leads_to_the_private_chat()
    {
        await StartAnewAsync(With("Bot:InlineDisclosure", "Off"));
        await Bot.AnnounceAsync();

        var reply = await Inline.AskAsync(BudgetHolder.Telegram, TreasuryChatId, "");

        Assert.Empty(reply.Results);
        Assert.Equal("Поиск из чатов отключён", reply.Button);
    }

    [Fact]
    public async Task Stranger_is_led_to_signing_in_and_finds_nothing()
    {
        await Bot.AnnounceAsync();

        var reply = await Inline.AskAsync(Company.Stranger.Telegram, Company.Stranger.Telegram.Id, "светлый");

        Assert.Empty(reply.Results);
        Assert.Equal(("Войдите, чтобы искать заявки", "login"), (reply.Button, reply.StartParameter));
        var chat = Company.Stranger.Telegram.Id;
        await Bot.Telegram.SayAsync(chat, Company.Stranger.Telegram, $"/start {reply.StartParameter}");
        await Bot.SettleAsync();
        Assert.NotEmpty(Bot.Telegram.Last(chat).Text.Plain);
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_stays_blocked_and_is_led_to_the_private_chat()
    {
        await Bot.AnnounceAsync();
        await Bot.Telegram.SetBlockedAsync(BudgetHolder, blocked: true, tell: true);

        var reply = await Inline.AskAsync(BudgetHolder.Telegram, TreasuryChatId, "");
        Assert.Equal("Откройте чат с ботом, чтобы искать заявки", reply.Button);

        // Typing in some chat does not prove that the bot may write again.
        Assert.Equal(reply.Button, (await Inline.AskAsync(BudgetHolder.Telegram, TreasuryChatId, "")).Button);
    }

    [Fact]
    public async Task Nothing_found_leads_to_an_explanation_and_back()
    {
        var reply = await Inline.AskAsync(BudgetHolder.Telegram, TreasuryChatId, "ромашка");
        Assert.Equal(("Ничего не найдено. Как искать?", "find"), (reply.Button, reply.StartParameter));

        await Bot.Telegram.SayAsync(BudgetHolder.Telegram.Id, BudgetHolder.Telegram, "/start find");
        await Bot.SettleAsync();

        var said = Bot.Telegram.Last(BudgetHolder.Telegram.Id);
        Assert.Contains("@payment_sandbox_bot", said.Text.Plain, StringComparison.Ordinal);
        Assert.Contains("switch_inline_query", Assert.Single(said.Markup.Buttons).Extra!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_never_finds_what_is_not_theirs_to_see()
    {
        var crowd = Company.Crowd(1)[0];
        await StartAnewAsync(new HarnessOptions { MorePeople = [crowd] });
        await Bot.AnnounceAsync();

        foreach (var text in (string[])["", "светлый", ">1", "сегодня", "pending"])
        {
            Assert.Empty(await TitlesAsync(crowd.Telegram, text));
        }
    }

    [Fact]
    public async Task Role_that_sees_all_finds_all_once_the_erp_has_announced_it()
    {
        var auditor = Company.Crowd(1)[0];
        await StartAnewAsync(With("Bot:SeesAllRoles:0", "Auditor") with { MorePeople = [auditor] });
        await Bot.AnnounceAsync();
        Assert.Empty(await TitlesAsync(auditor.Telegram, "светлый"));

        await AnnounceRolesAsync(auditor.Erp.ErpId, "auditor");
        Assert.Single(await TitlesAsync(auditor.Telegram, "светлый"));

        await AnnounceRolesAsync(auditor.Erp.ErpId, "clerk");
        Assert.Empty(await TitlesAsync(auditor.Telegram, "светлый"));
    }

    [Fact]
    public async Task Pages_follow_one_another_by_the_offset()
    {
        for (var count = 0; count < 23; count++)
        {
            Bot.Erp.Create(1);
        }

        await Bot.SettleAsync();

        var first = await Inline.AskAsync(BudgetHolder.Telegram, TreasuryChatId, "светлый");
        Assert.Equal(20, first.Results.Count);
        var second = await Inline.AskAsync(BudgetHolder.Telegram, TreasuryChatId, "светлый", first.NextOffset);

        Assert.Equal(3, second.Results.Count);
        Assert.Empty(second.NextOffset);
        Assert.Null(second.Button);
        Assert.Equal(23, first.Ids.Concat(second.Ids).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Search_reads_no_more_than_a_page_of_each_list_and_the_requests_it_shows()
    {
        await Bot.AnnounceAsync();
        Bot.Tally.Take();

        await Inline.AskAsync(BudgetHolder.Telegram, "светлый", "supergroup");

        Assert.Equal(
            [("query Search", 2), ("read Links", 1), ("read Requests", 1)],
            Bot.Tally.Take().Select(count => (count.Key, count.Value))
        );
    }

    private static HarnessOptions With(string key, string value) =>
        new() { Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = value } };

    private static string Sent(JsonObject result) =>
        ((string)result["input_message_content"]!["message_text"]!).Replace('\u00A0', ' ');

    private async Task<IReadOnlyList<string>> TitlesAsync(TelegramUser user, string text) =>
        [
            .. ((await Inline.AskAsync(user, text, "supergroup"))!["results"] as JsonArray)!.Select(result =>
                ((string)result!["title"]!).Replace('\u00A0', ' ')
            ),
        ];

    private async Task AnnounceRolesAsync(string erpId, string role)
    {
        var body = new JsonObject
        {
            ["people"] = new JsonArray(
                new JsonObject
                {
                    ["erpId"] = erpId,
                    ["name"] = "Ревизор",
                    ["active"] = true,
                    ["roles"] = new JsonArray(role),
                }
            ),
        };
        var reply = await Bot.Erp.PeopleAsync(body.ToJsonString());
        Assert.True(reply.Status is 200 or 202, reply.Text);
    }
}

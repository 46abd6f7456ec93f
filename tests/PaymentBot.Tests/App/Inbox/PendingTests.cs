using PaymentBot.Sandbox.Telegram;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Inbox;

public sealed class PendingTests : InboxTest
{
    [Fact]
    public async Task Pending_tells_what_waits_and_how_much_it_is()
    {
        await Bot.AnnounceAsync(1);
        await Bot.AnnounceAsync(3);

        var said = await SayAsync(BudgetHolder, "/pending");

        Assert.StartsWith("Ждут вашего решения: 2\n", said, StringComparison.Ordinal);
        Assert.Contains("Всего: 96\u00A0480,00\u00A0CNY · 84\u00A0300,00\u00A0₽", said, StringComparison.Ordinal);
        Assert.Contains("1. 84\u00A0300,00\u00A0₽ · ООО «Светлый офис»", said, StringComparison.Ordinal);
        Assert.Contains("2. 96\u00A0480,00\u00A0CNY · Shenzhen", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pending_speaks_the_readers_language()
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        var said = await SayAsync(SecondFinancialManager, "/pending");

        Assert.StartsWith("Waiting for your decision: 1\nTotal: RUB\u00A084,300.00", said, StringComparison.Ordinal);
        Assert.Equal("Сейчас вашего решения ничего не ждёт.", await SayAsync(Treasurer, "/pending"));
    }

    [Fact]
    public async Task What_was_decided_waits_no_more_even_before_the_erp_has_answered()
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");

        await Bot.Telegram.SayAsync(BudgetHolder, "/pending");
        for (var second = 0; second < 5; second++)
        {
            await Bot.Queues.RunDueAsync(QueueName.Deliveries);
            Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal("Сейчас вашего решения ничего не ждёт.", Last(BudgetHolder).Text.Plain);
        await Bot.SettleAsync();
    }

    [Fact]
    public async Task Pages_turn_in_place_and_back()
    {
        await AnnounceManyAsync(7);
        var first = await SayAsync(BudgetHolder, "/pending");
        var list = Last(BudgetHolder);
        Assert.Equal(["1", "2", "3", "4", "5", "🔄 1 из 2", "Дальше →"], Labels(list));

        await PressAsync(BudgetHolder, "Дальше");

        var second = Last(BudgetHolder);
        Assert.Equal(list.MessageId, second.MessageId);
        Assert.Equal(["6", "7", "← Назад", "🔄 2 из 2"], Labels(second));
        Assert.DoesNotContain("\n1. ", second.Text.Plain, StringComparison.Ordinal);

        await PressAsync(BudgetHolder, "Назад");

        Assert.Equal(first, Last(BudgetHolder).Text.Plain);
    }

    [Fact]
    public async Task Old_button_to_a_page_that_is_gone_leads_to_the_last_one()
    {
        var ids = await AnnounceManyAsync(6);
        await SayAsync(BudgetHolder, "/pending");
        var list = Last(BudgetHolder);
        await Bot.Telegram.TapAsync(BudgetHolder, ids[0], "Согласовать");
        await Bot.SettleAsync();

        await PressAsync(BudgetHolder, list, "Дальше");

        var shown = Bot.Telegram.Messages(BudgetHolder.Telegram.Id).Single(m => m.MessageId == list.MessageId);
        Assert.StartsWith("Ждут вашего решения: 5\n", shown.Text.Plain, StringComparison.Ordinal);
        Assert.Contains("🔄 1 из 1", Labels(shown));
    }

    [Fact]
    public async Task Refreshing_what_has_not_changed_changes_nothing()
    {
        await Bot.AnnounceAsync();
        var said = await SayAsync(BudgetHolder, "/pending");
        var count = Said(BudgetHolder);

        await PressAsync(BudgetHolder, "🔄");

        Assert.Equal((said, count), (Last(BudgetHolder).Text.Plain, Said(BudgetHolder)));
        Assert.Empty(await Bot.Queues.PoisonAsync());
    }

    [Fact]
    public async Task List_that_its_reader_deleted_is_sent_anew()
    {
        await AnnounceManyAsync(6);
        await SayAsync(BudgetHolder, "/pending");
        var list = Last(BudgetHolder);
        Bot.Telegram.StandIn.World.Within(BudgetHolder.Telegram.Id, chat => chat.Messages.Remove(list.MessageId));

        await PressAsync(BudgetHolder, list, "Дальше");

        Assert.Contains("6. ", Last(BudgetHolder).Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_that_comes_again_answers_once()
    {
        await Bot.AnnounceAsync();
        var before = Said(BudgetHolder);
        await Bot.Telegram.SayAsync(BudgetHolder.Telegram.Id, BudgetHolder.Telegram, "/pending", 777);
        await Bot.Telegram.SayAsync(BudgetHolder.Telegram.Id, BudgetHolder.Telegram, "/pending", 777);
        await Bot.SettleAsync();

        Assert.Equal(before + 1, Said(BudgetHolder));
    }

    [Fact]
    public async Task Buttons_of_a_list_do_nothing_for_others_and_elsewhere()
    {
        await Bot.AnnounceAsync();
        await SayAsync(BudgetHolder, "/pending");
        var list = Last(BudgetHolder);
        var before = Said(BudgetHolder);

        var stranger = await Bot.Telegram.TapAsync(Company.Stranger.Telegram.Id, list, "i:p:0");
        var other = await Bot.Telegram.TapAsync(Treasurer.Telegram.Id, list, "i:p:0");
        var group = await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, Bot.Telegram.Last(TreasuryChatId), "i:p:0");
        await Bot.SettleAsync();

        Assert.StartsWith("Ваш Telegram не подключён", stranger.Toast, StringComparison.Ordinal);
        Assert.Equal("Эта кнопка вам недоступна.", other.Toast);
        Assert.Equal("Эта кнопка вам недоступна.", group.Toast);
        Assert.Equal(before, Said(BudgetHolder));
    }

    [Theory]
    [InlineData("i:p:-1")]
    [InlineData("i:p:99999999999999999999")]
    [InlineData("i:p")]
    [InlineData("i:x:1")]
    [InlineData("i:f:0")]
    [InlineData("i:")]
    [InlineData("i:o:")]
    [InlineData("i:o:AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("s:z:../../etc/passwd")]
    [InlineData("s:q:nonsense")]
    public async Task Made_up_data_is_answered_and_changes_nothing(string data)
    {
        await Bot.AnnounceAsync();
        await SayAsync(BudgetHolder, "/settings");
        var said = Last(BudgetHolder);

        var tap = await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, said, data);
        await Bot.SettleAsync();

        Assert.Equal(200, tap.Status);
        var shown = Last(BudgetHolder).Text.Plain;
        Assert.True(
            shown.Contains("Тихие часы: нет", StringComparison.Ordinal)
                || shown.Contains("тихие часы", StringComparison.OrdinalIgnoreCase),
            shown
        );
        Assert.Empty(await Bot.Queues.PoisonAsync());
    }

    private static string[] Labels(ChatMessage message) => [.. message.Markup.Buttons.Select(button => button.Text)];
}

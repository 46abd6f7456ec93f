using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Inline;

public sealed class InlineCardTests : BotTest
{
    private InlineClerk Inline => new(Bot);

    [Fact]
    public async Task Card_follows_its_request_to_the_end_and_has_one_button_that_opens_the_private_chat()
    {
        var id = await Bot.AnnounceAsync();
        var message = await Inline.SendAsync(BudgetHolder.Telegram, BudgetHolder.Telegram.Id, "светлый");
        Assert.Contains("84 300,00 ₽", Inline.Text(message), StringComparison.Ordinal);
        Assert.Empty(Inline.Edits(message));

        foreach (
            var (person, stage) in ((SandboxPerson, string)[])
                [(BudgetHolder, "этап 2 из 3"), (FinancialManager, "этап 3 из 3"), (Treasurer, "Заявка согласована")]
        )
        {
            await Bot.Telegram.TapAsync(person, id, "Согласовать");
            await Bot.SettleAsync();
            Assert.Contains(stage, Inline.Text(message), StringComparison.Ordinal);
        }

        var button = Assert.Single(Inline.Now(message).Markup.Buttons);
        Assert.Equal("Открыть в личном чате", button.Text);
        Assert.Matches(@"payment_sandbox_bot\?start=r-[A-Za-z0-9_-]{22}$", button.Url!);
        Assert.All(Inline.Edits(message), edit => Assert.Null(edit.ChatId));
    }

    [Fact]
    public async Task Card_is_masked_at_first_and_at_every_later_change()
    {
        var id = await Bot.AnnounceAsync();
        var message = await Inline.SendAsync(BudgetHolder.Telegram, TreasuryChatId, "светлый");
        AssertMasked(message);

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        Assert.NotEmpty(Inline.Edits(message));
        AssertMasked(message);
    }

    [Fact]
    public async Task Card_that_was_sent_masked_stays_so_when_the_setting_is_relaxed_and_a_full_one_is_masked_when_it_is_tightened()
    {
        await StartAnewAsync(With("Full"));
        var full = await AnnounceAndSendAsync();
        Assert.Contains("84 300,00 ₽", Inline.Text(full.Message), StringComparison.Ordinal);

        await RestartAsync("Masked");
        var masked = await AnnounceAndSendAsync();
        await ApproveAsync(full.Id);
        AssertMasked(full.Message);

        await RestartAsync("Full");
        await ApproveAsync(masked.Id);
        AssertMasked(masked.Message);
    }

    [Fact]
    public async Task Card_in_english_stays_in_english()
    {
        var id = await Bot.AnnounceAsync();
        var message = await Inline.SendAsync(
            SecondFinancialManager.Telegram,
            SecondFinancialManager.Telegram.Id,
            "светлый"
        );

        await ApproveAsync(id);

        Assert.Contains("stage 2 of 3", Inline.Text(message), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Open in private chat", Assert.Single(Inline.Now(message).Markup.Buttons).Text);
    }

    [Fact]
    public async Task Late_news_of_a_chosen_result_brings_the_card_up_to_date()
    {
        var id = await Bot.AnnounceAsync();
        var reply = await Inline.AskAsync(BudgetHolder.Telegram, TreasuryChatId, "");
        var message = await Inline.ChooseAsync(BudgetHolder.Telegram, reply, tell: false);
        await ApproveAsync(id);
        Assert.Contains("этап 1 из 3", Inline.Text(message), StringComparison.Ordinal);

        await Inline.TellAsync(BudgetHolder.Telegram, reply.Ids[0], message.InlineMessageId);
        await Bot.SettleAsync();

        Assert.Contains("этап 2 из 3", Inline.Text(message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_that_come_twice_change_nothing()
    {
        var id = await Bot.AnnounceAsync();
        var reply = await Inline.AskAsync(BudgetHolder.Telegram, TreasuryChatId, "");
        var message = await Inline.ChooseAsync(BudgetHolder.Telegram, reply, tell: false);
        await Inline.TellAsync(BudgetHolder.Telegram, reply.Ids[0], message.InlineMessageId, updateId: 77);
        await Inline.TellAsync(BudgetHolder.Telegram, reply.Ids[0], message.InlineMessageId, updateId: 77);
        await Inline.TellAsync(BudgetHolder.Telegram, reply.Ids[0], message.InlineMessageId, updateId: 78);
        await Bot.SettleAsync();
        Assert.Empty(Inline.Edits(message));

        await ApproveAsync(id);

        Assert.Contains("этап 2 из 3", Inline.Text(message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forged_result_and_that_of_another_are_not_followed()
    {
        var id = await Bot.AnnounceAsync();
        var reply = await Inline.AskAsync(BudgetHolder.Telegram, TreasuryChatId, "");
        var message = await Inline.ChooseAsync(BudgetHolder.Telegram, reply, tell: false);
        var genuine = reply.Ids[0];
        string[] forged =
        [
            "",
            "x",
            genuine[..22] + 'f' + genuine[23..],
            genuine[..^1] + (genuine[^1] == 'A' ? 'B' : 'A'),
            new string('ё', genuine.Length),
        ];
        foreach (var resultId in forged)
        {
            await Inline.TellAsync(BudgetHolder.Telegram, resultId, message.InlineMessageId);
        }

        await Inline.TellAsync(FinancialManager.Telegram, genuine, message.InlineMessageId);
        await Inline.TellAsync(BudgetHolder.Telegram, genuine, inlineMessageId: null);
        await ApproveAsync(id);

        Assert.Empty(Inline.Edits(message));
    }

    [Fact]
    public async Task Card_of_somebody_who_may_no_longer_see_the_request_loses_its_content_and_is_let_go()
    {
        var id = await Bot.AnnounceAsync();
        var message = await Inline.SendAsync(BudgetHolder.Telegram, BudgetHolder.Telegram.Id, "");
        await ApproveAsync(id);
        await Bot.UnlinkAsync(BudgetHolder);

        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Contains("Карточка больше не обновляется", Inline.Text(message), StringComparison.Ordinal);
        AssertMasked(message);
        Assert.Empty(Inline.Now(message).Markup.Buttons);

        var edits = Inline.Edits(message).Count;
        await Bot.Telegram.TapAsync(Treasurer, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Equal(edits, Inline.Edits(message).Count);
    }

    [Fact]
    public async Task Message_that_is_gone_is_tried_once_and_forgotten()
    {
        var id = await Bot.AnnounceAsync();
        var message = await Inline.SendAsync(BudgetHolder.Telegram, TreasuryChatId, "");
        Bot.Telegram.StandIn.World.Within(TreasuryChatId, chat => chat.Messages.Remove(message.MessageId));

        await ApproveAsync(id);
        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать");
        await Bot.SettleAsync();

        Assert.Single(Inline.Edits(message));
        Assert.Empty(await Bot.Queues.PoisonAsync());
    }

    [Fact]
    public async Task Telegram_that_asks_to_wait_gets_the_edit_later()
    {
        var id = await Bot.AnnounceAsync();
        var message = await Inline.SendAsync(BudgetHolder.Telegram, TreasuryChatId, "");
        Bot.Telegram.StandIn.Faults.Add(new TelegramFault(429, RetryAfter: 7, Times: 6, Method: "editMessageText"));

        await ApproveAsync(id);

        Assert.Contains("этап 2 из 3", Inline.Text(message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_in_the_own_chat_does_not_pass_for_a_reason()
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Отклонить");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Своя причина");
        await Bot.SettleAsync();
        var chat = BudgetHolder.Telegram.Id;
        var message = await Inline.SendAsync(BudgetHolder.Telegram, chat, "");
        var json = Bot.Telegram.StandIn.World.Within(
            chat,
            within => WireFormat.Message(message, within, new TelegramStandInOptions())
        );
        var said = Bot.Telegram.Messages(chat).Count;

        Assert.Equal(200, (await Bot.Telegram.PostAsync(Bot.Telegram.NextId(), "message", json)).Status);
        await Bot.SettleAsync();

        Assert.Equal("pending", Bot.Erp.StandIn.Status(id));
        Assert.Equal(said, Bot.Telegram.Messages(chat).Count);
    }

    [Fact]
    public async Task Erp_is_not_told_of_cards_in_chats_it_does_not_know()
    {
        var id = await Bot.AnnounceAsync();
        var before = (await Bot.Erp.StateAsync(id))["deliveries"]!.AsArray().Count;

        await Inline.SendAsync(BudgetHolder.Telegram, TreasuryChatId, "");

        Assert.Equal(before, (await Bot.Erp.StateAsync(id))["deliveries"]!.AsArray().Count);
    }

    [Fact]
    public async Task Card_takes_only_the_slots_of_the_bot()
    {
        var id = await Bot.AnnounceAsync();
        await Inline.SendAsync(BudgetHolder.Telegram, TreasuryChatId, "");

        await ApproveAsync(id);

        Assert.Null(
            await Slots().GetAsync(PaymentBot.Storage.TableName.Slots, "chat-0", "slot", CancellationToken.None)
        );
    }

    private static HarnessOptions With(string disclosure) =>
        new()
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Bot:InlineDisclosure"] = disclosure,
            },
        };

    private PaymentBot.Storage.ITableStore Slots() =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<PaymentBot.Storage.ITableStore>(
            Bot.Services
        );

    private void AssertMasked(ChatMessage message)
    {
        foreach (var secret in (string[])["84", "Светлый", "канцелярские"])
        {
            Assert.DoesNotContain(secret, Inline.Text(message), StringComparison.Ordinal);
        }
    }

    private async Task ApproveAsync(string id)
    {
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
    }

    private async Task<(string Id, ChatMessage Message)> AnnounceAndSendAsync()
    {
        var id = await Bot.AnnounceAsync();
        return (id, await Inline.SendAsync(BudgetHolder.Telegram, TreasuryChatId, Bot.Erp.Number(id)));
    }

    private async Task RestartAsync(string disclosure)
    {
        Bot.Override("Bot:InlineDisclosure", disclosure);
        await Bot.RestartAsync();
    }
}

using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Deciding;

/// <summary>People the bot cannot write to.</summary>
public sealed class UnreachableTests : BotTest
{
    [Theory]
    [InlineData("Blocked", "blocked", "заблокировал бота")]
    [InlineData("NotStarted", "neverStarted", "нажмёт /start")]
    [InlineData("Deactivated", "deleted", "аккаунт Telegram удалён")]
    public async Task Why_is_told_apart_for_the_erp_and_the_operators(
        string membership,
        string reason,
        string toOperators
    )
    {
        Become(BudgetHolder, membership);
        var id = await Bot.AnnounceAsync();

        var delivery = await Bot.Erp.DeliveryAsync(id, BudgetHolder.Erp.ErpId);
        Assert.Equal(("unreachable", reason), ((string)delivery["state"]!, (string)delivery["reason"]!));
        Assert.Contains(toOperators, Assert.Single(Warnings(Company.OperatorId)), StringComparison.Ordinal);
        Assert.Null((await Bot.Erp.DeliveryAsync(id, Initiator.Erp.ErpId))["reason"]);

        var answer = await Bot.Erp.NotifyAsync(id);
        Assert.Equal([BudgetHolder.Erp.ErpId], answer.Names("unreachable"));
        Assert.DoesNotContain(BudgetHolder.Erp.ErpId, answer.Names("notified"));
        Assert.Empty(answer.Names("unlinked"));
    }

    [Fact]
    public async Task Initiator_is_told_once_for_each_request_and_the_others_of_the_stage_are_not_affected()
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.SetBlockedAsync(FinancialManager, blocked: true, tell: true);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        await Bot.Erp.NotifyAsync(id);
        await Bot.SettleAsync();

        var told = Assert.Single(Warnings(Initiator.Telegram.Id));
        Assert.Contains("Кузнецова Анна Викторовна", told, StringComparison.Ordinal);
        Assert.Contains(Bot.Erp.Number(id), told, StringComparison.Ordinal);
        Assert.Single(Warnings(Company.OperatorId));
        Assert.Contains("✅ Approve", Bot.Telegram.Buttons(SecondFinancialManager, id));
    }

    [Fact]
    public async Task Whoever_blocks_while_a_request_waits_is_told_of_too()
    {
        var id = await Bot.AnnounceAsync();

        await Bot.Telegram.SetBlockedAsync(BudgetHolder, blocked: true, tell: true);
        await Bot.SettleAsync();

        Assert.Contains("Соколова", Assert.Single(Warnings(Initiator.Telegram.Id)), StringComparison.Ordinal);
        var delivery = await Bot.Erp.DeliveryAsync(id, BudgetHolder.Erp.ErpId);
        Assert.Equal(("unreachable", "blocked"), ((string)delivery["state"]!, (string)delivery["reason"]!));
    }

    [Fact]
    public async Task Initiator_reads_it_in_their_own_language()
    {
        await Bot.Telegram.SetBlockedAsync(BudgetHolder, blocked: true, tell: true);
        Bot.Erp.Create(Routes.Of(SecondFinancialManager, (Routes.Anybody, [BudgetHolder])));
        await Bot.SettleAsync();

        Assert.Contains(
            "does not get requests in Telegram",
            Assert.Single(Warnings(SecondFinancialManager.Telegram.Id)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("NotStarted")]
    [InlineData("Blocked")]
    public async Task Start_brings_the_waiting_card(string membership)
    {
        Become(BudgetHolder, membership);
        var id = await Bot.AnnounceAsync();

        Become(BudgetHolder, "Member");
        await Bot.Telegram.SayAsync(BudgetHolder, "/start");
        await Bot.SettleAsync();

        Assert.Contains("✅ Согласовать", Bot.Telegram.Buttons(BudgetHolder, id));
        var delivery = await Bot.Erp.DeliveryAsync(id, BudgetHolder.Erp.ErpId);
        Assert.Equal("delivered", (string)delivery["state"]!);
        Assert.Null(delivery["reason"]);
        Assert.Contains(BudgetHolder.Erp.ErpId, (await Bot.Erp.NotifyAsync(id)).Names("notified"));
    }

    private void Become(SandboxPerson person, string membership) =>
        Bot.Telegram.StandIn.World.Within(person.Telegram.Id, chat => chat.Bot = Enum.Parse<BotMembership>(membership));

    private List<string> Warnings(long chatId) =>
        [
            .. Bot
                .Telegram.Messages(chatId)
                .Select(message => message.Text.Plain)
                .Where(text => text.StartsWith("⚠️", StringComparison.Ordinal)),
        ];
}

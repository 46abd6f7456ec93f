using System.Text.Json.Nodes;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;
using static PaymentBot.Tests.App.Deciding.Routes;

namespace PaymentBot.Tests.App.Deciding;

/// <summary>Nobody approves their own request, or two stages of one.</summary>
public sealed class FourEyesTests : BotTest
{
    [Fact]
    public async Task Own_request_shows_why_it_cannot_be_approved_and_by_whom_it_can()
    {
        var id = await AnnounceAsync(Of(FinancialManager, (Anybody, [FinancialManager, SecondFinancialManager])));

        var text = Bot.Telegram.Text(FinancialManager, id);
        Assert.Contains("Согласовать должен другой человек", text, StringComparison.Ordinal);
        Assert.Contains("Это ваша заявка", text, StringComparison.Ordinal);
        Assert.Contains("Может согласовать: Миллер Джеймс", text, StringComparison.Ordinal);
        Assert.Equal(["❌ Отклонить"], Bot.Telegram.Buttons(FinancialManager, id));
        var state = await Bot.Erp.StateAsync(id);
        Assert.Equal([FinancialManager.Erp.ErpId], state["barred"]!.AsArray().Select(one => (string)one!));
        Assert.False((bool)state["stuck"]!);

        await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Approve");
        await Bot.SettleAsync();
        Assert.Equal("approved", Bot.Erp.StandIn.Status(id));
    }

    [Fact]
    public async Task Own_request_may_be_rejected()
    {
        var id = await AnnounceAsync(Of(FinancialManager, (Anybody, [FinancialManager, SecondFinancialManager])));

        await Bot.Telegram.TapAsync(FinancialManager, id, "Отклонить");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(FinancialManager, id, "Не сейчас");
        await Bot.SettleAsync();

        Assert.Equal("rejected", Bot.Erp.StandIn.Status(id));
    }

    [Fact]
    public async Task Second_stage_of_one_person_is_anothers_to_approve()
    {
        var id = await AnnounceAsync(
            Of(
                Initiator,
                (Anybody, [SecondFinancialManager, FinancialManager]),
                (Anybody, [SecondFinancialManager, Treasurer])
            )
        );
        await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Approve");
        await Bot.SettleAsync();

        var text = Bot.Telegram.Text(SecondFinancialManager, id);
        Assert.Contains("Somebody else has to approve", text, StringComparison.Ordinal);
        Assert.Contains("You have approved the stage “financial manager”", text, StringComparison.Ordinal);
        Assert.Contains("Can approve: Морозова Ольга Николаевна", text, StringComparison.Ordinal);
        Assert.Equal(["❌ Reject"], Bot.Telegram.Buttons(SecondFinancialManager, id));
        Assert.Contains("✅ Согласовать", Bot.Telegram.Buttons(Treasurer, id));
    }

    [Fact]
    public async Task Old_button_is_refused_as_well()
    {
        await StartAnewAsync(new HarnessOptions { Settings = Switched(on: false) });
        var id = await AnnounceAsync(Of(FinancialManager, (Anybody, [FinancialManager, SecondFinancialManager])));
        var card = Bot.Telegram.Card(FinancialManager, id);
        Assert.Contains("✅ Согласовать", Bot.Telegram.Buttons(FinancialManager, id));
        var data = TelegramClerk.Data(card, "Согласовать");
        Bot.Switch(Switched(on: true));
        await Bot.RestartAsync();

        var tap = await Bot.Telegram.TapAsync(FinancialManager.Telegram.Id, card, data);
        await Bot.SettleAsync();

        Assert.Equal("Свою заявку согласует другой человек. Отклонить её вы можете.", tap.Toast);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
        Assert.Equal(["❌ Отклонить"], Bot.Telegram.Buttons(FinancialManager, id));
    }

    [Fact]
    public async Task Stage_that_nobody_may_approve_is_told_to_the_initiator_and_the_operators_once()
    {
        var id = await AnnounceAsync(Of(FinancialManager, (Anybody, [FinancialManager])));
        await Bot.Erp.NotifyAsync(id);
        await Bot.SettleAsync();

        var said = Assert.Single(Said(FinancialManager.Telegram.Id, "согласовать некому: свои"));
        Assert.Contains("изменить маршрут", said, StringComparison.Ordinal);
        Assert.Contains(
            "Approvals__FourEyes",
            Assert.Single(Said(Company.OperatorId, "некому")),
            StringComparison.Ordinal
        );
        Assert.Contains("некому", Bot.Telegram.Text(FinancialManager, id), StringComparison.Ordinal);
        Assert.True((bool)(await Bot.Erp.StateAsync(id))["stuck"]!);
    }

    [Fact]
    public async Task Stage_where_all_have_to_agree_is_stuck_with_one_of_them()
    {
        var id = await AnnounceAsync(Of(FinancialManager, (Everybody, [FinancialManager, SecondFinancialManager])));

        Assert.Single(Said(Company.OperatorId, "некому"));
        Assert.Contains("Nobody is left", Bot.Telegram.Text(SecondFinancialManager, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_rule_everybody_on_the_route_approves()
    {
        await StartAnewAsync(new HarnessOptions { Settings = Switched(on: false) });
        var id = await AnnounceAsync(Of(Treasurer, (Anybody, [Treasurer]), (Anybody, [Treasurer])));

        await Bot.Telegram.TapAsync(Treasurer, id, "Согласовать");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(Treasurer, id, "Согласовать");
        await Bot.SettleAsync();

        Assert.Equal("approved", Bot.Erp.StandIn.Status(id));
        Assert.Empty(Said(Company.OperatorId, "некому"));
    }

    private static Dictionary<string, string?> Switched(bool on) =>
        new(StringComparer.Ordinal) { ["Approvals:FourEyes"] = on ? "true" : "false" };

    private List<string> Said(long chatId, string words) =>
        [
            .. Bot
                .Telegram.Messages(chatId)
                .Select(message => message.Text.Plain)
                .Where(text => text.StartsWith("⚠️", StringComparison.Ordinal))
                .Where(text => text.Contains(words, StringComparison.Ordinal)),
        ];

    private async Task<string> AnnounceAsync(JsonObject snapshot)
    {
        var id = Bot.Erp.Create(snapshot);
        await Bot.SettleAsync();
        return id;
    }
}

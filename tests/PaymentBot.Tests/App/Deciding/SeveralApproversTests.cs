using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;
using static PaymentBot.Tests.App.Deciding.Routes;

namespace PaymentBot.Tests.App.Deciding;

/// <summary>Stages where one is not enough.</summary>
public sealed class SeveralApproversTests : BotTest
{
    internal override HarnessOptions Options { get; } = new() { MorePeople = [ThirdManager] };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_has_agreed_gets_no_buttons_back_and_everybody_sees_who_is_waited_for(bool hidesAgreed)
    {
        Bot.Erp.StandIn.Faults = new ErpFaults { HidesAgreed = hidesAgreed };
        var id = await AnnounceAsync(Of(Everybody, FinancialManager, SecondFinancialManager));

        Assert.Contains(
            "принято",
            await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать"),
            StringComparison.Ordinal
        );
        await Bot.SettleAsync();

        Assert.Empty(Bot.Telegram.Buttons(FinancialManager, id));
        var own = Bot.Telegram.Text(FinancialManager, id);
        Assert.Contains("Ваше решение: согласовать, принято ERP", own, StringComparison.Ordinal);
        Assert.Contains("☑️ Согласовали 1 из 2: вы\n🕓 Ждём: Миллер Джеймс", own, StringComparison.Ordinal);
        var others = Bot.Telegram.Text(SecondFinancialManager, id);
        Assert.Contains(
            "☑️ 1 of 2 agreed: Кузнецова Анна Викторовна\n🕓 Waiting for: you",
            others,
            StringComparison.Ordinal
        );
        Assert.Equal("pending", Bot.Erp.StandIn.Status(id));

        await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Approve");
        await Bot.SettleAsync();

        Assert.Equal("approved", Bot.Erp.StandIn.Status(id));
        Assert.Equal(2, Bot.Erp.Applied(id));
        Assert.All(
            [FinancialManager, SecondFinancialManager],
            person => Assert.Empty(Bot.Telegram.Buttons(person, id))
        );
    }

    [Fact]
    public async Task All_who_tap_at_once_count()
    {
        var id = await AnnounceAsync(Of(Everybody, FinancialManager, SecondFinancialManager, ThirdManager));

        await Task.WhenAll(
            Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать"),
            Bot.Telegram.TapAsync(SecondFinancialManager, id, "Approve"),
            Bot.Telegram.TapAsync(ThirdManager, id, "Согласовать")
        );
        await Bot.SettleAsync();

        Assert.Equal("approved", Bot.Erp.StandIn.Status(id));
        Assert.Equal(3, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task Card_from_before_anothers_agreement_still_decides()
    {
        var id = await AnnounceAsync(Of(Everybody, FinancialManager, SecondFinancialManager));
        var before = Bot.Telegram.Card(SecondFinancialManager, id);
        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать");
        await Bot.SettleAsync();

        await TapAsync(SecondFinancialManager, before, "Approve");
        await Bot.SettleAsync();

        Assert.Equal("approved", Bot.Erp.StandIn.Status(id));
    }

    [Fact]
    public async Task Old_button_of_one_who_has_agreed_counts_nothing_twice()
    {
        var id = await AnnounceAsync(Of(Everybody, FinancialManager, SecondFinancialManager));
        var before = Bot.Telegram.Card(FinancialManager, id);
        await TapAsync(FinancialManager, before, "Согласовать");
        await Bot.SettleAsync();

        var toast = await TapAsync(FinancialManager, before, "Согласовать");
        await Bot.SettleAsync();

        Assert.Equal("Ваше решение уже есть: «согласовать».", toast);
        Assert.Equal(1, Bot.Erp.DecisionCalls(id));
    }

    [Fact]
    public async Task Change_of_the_amount_voids_what_was_agreed()
    {
        var id = await AnnounceAsync(Of(Everybody, FinancialManager, SecondFinancialManager));
        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать");
        await Bot.SettleAsync();

        Bot.Erp.StandIn.ChangeAmount(id, "5.00");
        await Bot.SettleAsync();
        Bot.Erp.StandIn.ChangeAmount(id, "84300.00");
        await Bot.SettleAsync();

        Assert.Contains("✅ Согласовать", Bot.Telegram.Buttons(FinancialManager, id));
        Assert.DoesNotContain("Согласовали", Bot.Telegram.Text(FinancialManager, id), StringComparison.Ordinal);
        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать");
        await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Approve");
        await Bot.SettleAsync();
        Assert.Equal("approved", Bot.Erp.StandIn.Status(id));
    }

    [Fact]
    public async Task Erp_that_takes_an_agreement_back_gives_the_buttons_back()
    {
        var id = await AnnounceAsync(Of(Everybody, FinancialManager, SecondFinancialManager));
        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать");
        await Bot.SettleAsync();

        InErp(id, []);
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать");
        await Bot.SettleAsync();

        Assert.Equal(2, Bot.Erp.Applied(id));
        Assert.Contains("Согласовали 1 из 2", Bot.Telegram.Text(FinancialManager, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_agreed_in_the_erp_itself_gets_no_buttons()
    {
        var id = await AnnounceAsync(Of(Everybody, FinancialManager, SecondFinancialManager));
        var before = Bot.Telegram.Card(FinancialManager, id);

        InErp(id, [FinancialManager]);
        await Bot.SettleAsync();

        Assert.Empty(Bot.Telegram.Buttons(FinancialManager, id));
        Assert.Equal("Ваше решение уже есть: «согласовать».", await TapAsync(FinancialManager, before, "Согласовать"));
        Assert.Contains("1 of 2 agreed", Bot.Telegram.Text(SecondFinancialManager, id), StringComparison.Ordinal);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
    }

    [Fact]
    public async Task Where_two_of_three_are_needed_the_third_loses_the_buttons()
    {
        var id = await AnnounceAsync(Of(AtLeast(2), FinancialManager, SecondFinancialManager, ThirdManager));
        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Contains("☑️ Согласовали 1 из 2", Bot.Telegram.Text(ThirdManager, id), StringComparison.Ordinal);
        Assert.Contains("🕓 Ждём ещё 1", Bot.Telegram.Text(ThirdManager, id), StringComparison.Ordinal);

        await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Approve");
        await Bot.SettleAsync();

        Assert.Equal("approved", Bot.Erp.StandIn.Status(id));
        Assert.Empty(Bot.Telegram.Buttons(ThirdManager, id));
        Assert.Contains("Кузнецова", Bot.Telegram.Text(ThirdManager, id), StringComparison.Ordinal);
        Assert.Contains("Миллер", Bot.Telegram.Text(ThirdManager, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_agreed_has_nothing_waiting()
    {
        await AnnounceAsync(Of(Everybody, FinancialManager, SecondFinancialManager));
        var id = await AnnounceAsync(Of(Everybody, FinancialManager, SecondFinancialManager));
        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать");
        await Bot.SettleAsync();

        await Bot.Telegram.SayAsync(FinancialManager, "/start");
        await Bot.SettleAsync();

        Assert.Contains(
            "ждёт 1 заявка",
            Bot.Telegram.Last(FinancialManager.Telegram.Id).Text.Plain,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rejection_by_one_ends_it_for_all()
    {
        var id = await AnnounceAsync(Of(Everybody, FinancialManager, SecondFinancialManager));
        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Reject");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Not now");
        await Bot.SettleAsync();

        Assert.Equal("rejected", Bot.Erp.StandIn.Status(id));
        Assert.Contains("Заявка отклонена", Bot.Telegram.Text(FinancialManager, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reason_begun_before_anothers_agreement_still_rejects()
    {
        var id = await AnnounceAsync(Of(Everybody, FinancialManager, SecondFinancialManager));
        await Bot.Telegram.TapAsync(FinancialManager, id, "Отклонить");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(FinancialManager, id, "Своя причина");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Approve");
        await Bot.SettleAsync();
        Assert.Equal(["← Назад"], Bot.Telegram.Buttons(FinancialManager, id));

        await Bot.Telegram.SayAsync(FinancialManager, "Дорого");
        await Bot.SettleAsync();

        Assert.Equal("rejected", Bot.Erp.StandIn.Status(id));
    }

    private async Task<string> AnnounceAsync(JsonObject snapshot)
    {
        var id = Bot.Erp.Create(snapshot);
        await Bot.SettleAsync();
        return id;
    }

    private void InErp(string id, SandboxPerson[] agreed) =>
        Bot.Erp.StandIn.Ledger.Change(
            id,
            document =>
            {
                document.Approvals.Clear();
                document.Approvals.AddRange(agreed.Select(person => person.Erp.ErpId));
                document.Current!.TellAgreed(document.Approvals);
                document.Advance(stageBegins: false);
                return true;
            }
        );

    private async Task<string?> TapAsync(
        SandboxPerson person,
        PaymentBot.Sandbox.Telegram.ChatMessage card,
        string word
    ) => (await Bot.Telegram.TapAsync(person.Telegram.Id, card, TelegramClerk.Data(card, word))).Toast;
}

using PaymentBot.OneScript;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.OneC;

/// <summary>The sample against a bot that cannot call it: it sends, fetches, applies and acknowledges.</summary>
public sealed class PullTests : BotTest
{
    private BslMachine? _base;

    internal override HarnessOptions Options { get; } =
        new() { Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Erp:Mode"] = "Pull" } };

    private BslMachine Base =>
        _base ??= Sample.Load(_ => { }, Bot.Clock, ("PAYMENTBOT_URL", Bot.BotUrl.ToString().TrimEnd('/')));

    [Fact]
    public async Task Three_stages_are_approved_by_a_base_that_nobody_can_call()
    {
        var document = await WriteAsync();

        foreach (var person in new[] { BudgetHolder, FinancialManager, Treasurer })
        {
            await ApproveAsync(person);
            Assert.Equal(1m, Poll());
            await Bot.SettleAsync();
        }

        Assert.Equal("КОплате", document.Get("Статус"));
        var card = Bot.Telegram.Last(Initiator.Telegram.Id).Text.Plain;
        Assert.Contains("Ваша заявка согласована", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Base_that_fell_before_its_acknowledgement_applies_once()
    {
        var document = await WriteAsync();
        await ApproveAsync(BudgetHolder);
        var handed = await Bot.Erp.SendAsync(HttpMethod.Get, "/api/erp/decisions?wait=0", [], null);
        var decision = handed.Body!["decisions"]!.AsArray().Single()!;
        Base.CallModule("пб_Решения", "Принять", [Base.CallModule("пб_JSON", "ИзТекста", [decision.ToJsonString()])]);

        var acknowledged = Poll();
        await Bot.SettleAsync();

        Assert.Equal(1m, acknowledged);
        Assert.Single((List<object?>)document.Get("Ход")!);
        Assert.Contains(
            "Нужно ваше решение",
            Bot.Telegram.Last(FinancialManager.Telegram.Id).Text.Plain,
            StringComparison.Ordinal
        );
        Assert.Equal(0m, Poll());
    }

    [Fact]
    public async Task Decision_on_a_changed_document_is_refused_and_the_card_shows_the_new_one()
    {
        var document = await WriteAsync();
        await ApproveAsync(BudgetHolder);
        document.Set("Сумма", 77m);
        Base.CallModule("пб_ПлатформаДокумент", "Записать", [document]);

        Assert.Equal(1m, Poll());
        await Bot.SettleAsync();

        Assert.Empty((List<object?>)document.Get("Ход")!);
        Assert.Contains("77,00", Bot.Telegram.Last(BudgetHolder.Telegram.Id).Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_waits() => Assert.Equal(0m, Poll());

    private object? Poll() => Base.CallModule("пб_Опрос", "Выполнить", [0m]);

    private async Task<BslStructure> WriteAsync()
    {
        var document = SampleDocument.Of("ordinary");
        Base.CallModule("пб_ПлатформаДокумент", "Записать", [document]);
        Assert.Equal(1m, Base.CallModule("пб_Исходящие", "Отправить", []));
        await Bot.SettleAsync();
        return document;
    }

    private async Task ApproveAsync(SandboxPerson person)
    {
        var card = Bot.Telegram.Last(person.Telegram.Id);
        await Bot.Telegram.TapAsync(person.Telegram.Id, card, TelegramClerk.Data(card, "Согласовать"));
        await Bot.SettleAsync();
    }
}

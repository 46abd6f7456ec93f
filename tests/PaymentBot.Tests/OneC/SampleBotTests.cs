using System.Text.Json.Nodes;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.OneC;

/// <summary>The sample against the bot: what it builds and signs, the bot takes.</summary>
public sealed class SampleBotTests : BotTest
{
    public static TheoryData<string> Cases { get; } =
        CaseList.Names(entry => entry.IsOf("snapshot", "attachment", "people"));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Sample_passes_against_the_bot(string name)
    {
        Sample.Check(name, Bot.Clock, Bot.BotUrl);
        var entry = CaseList.Find(name);
        if (entry["snapshot"] is JsonObject snapshot && entry["sent"] is null)
        {
            var state = await Bot.Erp.StateAsync(snapshot.Text("id"));
            Assert.Equal(1, (long)state["revision"]!);
            await Bot.SettleAsync();
        }
    }

    [Fact]
    public async Task Card_of_a_request_from_the_sample_reaches_its_approver()
    {
        const string name = "A request as it is usual";
        Sample.Check(name, Bot.Clock, Bot.BotUrl);
        await Bot.SettleAsync();

        var card = Bot.Telegram.Last(BudgetHolder.Telegram.Id).Text.Plain;

        Assert.Contains("00УТ-000123", card, StringComparison.Ordinal);
        Assert.Contains("АО «Вектор»", card, StringComparison.Ordinal);
        Assert.Contains("Оплата по счёту № 45 за рекламу", card, StringComparison.Ordinal);
    }
}

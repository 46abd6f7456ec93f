using PaymentBot.Sandbox.Erp;
using PaymentBot.Tests.App.Inline;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Types;

/// <summary>What the bot sends to Telegram is also held against type declarations that nobody here wrote: npm's <c>@grammyjs/types</c>.</summary>
public sealed class RecordedTypesTests : BotTest
{
    [SkippableFact]
    public async Task Requests_of_a_whole_day_have_the_types_that_others_wrote_down()
    {
        await PlayAsync();
        var script = TypeScript.Of(Bot.Telegram.Tape.Calls.Select(taped => taped.Call));
        string[] used =
        [
            .. Bot.Telegram.Tape.Calls.Select(taped => taped.Call.Method).Distinct(StringComparer.Ordinal),
        ];
        Assert.Contains("answerInlineQuery", used);
        Assert.Contains("sendMediaGroup", used);

        var complaints = await TypeScript.CheckAsync(script);

        Assert.True(complaints.Length == 0, complaints);
    }

    [SkippableTheory]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","nonsense":true}""", "nonsense")]
    [InlineData("sendMessage", """{"chat_id":1}""", "text")]
    [InlineData("answerInlineQuery", """{"inline_query_id":"1","results":[{"type":"article","id":"1"}]}""", "title")]
    [InlineData("editMessageText", """{"text":"x","inline_message_id":7}""", "type 'string'")]
    [InlineData("noSuchMethod", "{}", "noSuchMethod")]
    public async Task Wrong_field_is_found(string method, string parameters, string field)
    {
        var call = new PaymentBot.Sandbox.Telegram.RecordedCall(
            method,
            "application/json",
            (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(parameters)!,
            new Dictionary<string, PaymentBot.Sandbox.Telegram.BotApiFile>(StringComparer.Ordinal),
            200,
            null
        );

        var complaints = await TypeScript.CheckAsync(TypeScript.Of([call]));

        Assert.Contains("error TS", complaints, StringComparison.Ordinal);
        Assert.Contains(field, complaints, StringComparison.Ordinal);
    }

    private async Task PlayAsync()
    {
        var id = Bot.Erp.Create(SampleRequests.Get(2));
        await Bot.SettleAsync();
        var inline = new InlineClerk(Bot);
        await inline.SendAsync(BudgetHolder.Telegram, TreasuryChatId, "вектор");
        await inline.AskAsync(BudgetHolder.Telegram, TreasuryChatId, "нет такого");
        await inline.AskAsync(Company.Stranger.Telegram, Company.Stranger.Telegram.Id, "");
        await Bot.Telegram.SayAsync(BudgetHolder.Telegram.Id, BudgetHolder.Telegram, "/start find");
        await Bot.Telegram.SayAsync(BudgetHolder.Telegram.Id, BudgetHolder.Telegram, "/help");
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Файлы");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(FinancialManager, id, "Отклонить");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(FinancialManager, id, "Своя причина");
        await Bot.SettleAsync();
        await Bot.Telegram.SayAsync(FinancialManager, "Нет <b>договора</b>");
        await Bot.SettleAsync();
    }
}

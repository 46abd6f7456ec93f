using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Telegram;
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

    /// <summary>Each wrong request stands in a line of its own, and the compiler names the line: one run of it judges all.</summary>
    [SkippableFact]
    public async Task Wrong_fields_are_found()
    {
        (RecordedCall Call, string Complaint)[] wrong =
        [
            (Call("sendMessage", """{"chat_id":1,"text":"x","nonsense":true}"""), "nonsense"),
            (Call("sendMessage", """{"chat_id":1}"""), "text"),
            (Call("answerInlineQuery", """{"inline_query_id":"1","results":[{"type":"article","id":"1"}]}"""), "title"),
            (Call("editMessageText", """{"text":"x","inline_message_id":7}"""), "type 'string'"),
            (Call("noSuchMethod", "{}"), "noSuchMethod"),
        ];

        var complaints = await TypeScript.CheckAsync(TypeScript.Of(wrong.Select(one => one.Call)));

        Assert.All(
            wrong,
            (one, index) =>
                Assert.Contains(one.Complaint, TypeScript.ComplaintOf(index, complaints), StringComparison.Ordinal)
        );
    }

    private static RecordedCall Call(string method, string parameters) =>
        new(
            method,
            "application/json",
            (JsonObject)JsonNode.Parse(parameters)!,
            new Dictionary<string, BotApiFile>(StringComparer.Ordinal),
            200,
            null
        );

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

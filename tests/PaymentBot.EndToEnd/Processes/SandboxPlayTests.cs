using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes;

public sealed class SandboxPlayTests : IAsyncLifetime
{
    private const long Initiator = 1001;
    private const long BudgetHolder = 1002;
    private const long FinancialManager = 1003;
    private const long EnglishManager = 1004;
    private const long Treasurer = 1005;
    private const string Approve = "✅ Согласовать";

    private SandboxApplication _application = null!;
    private SandboxClient _sandbox = null!;

    public async Task InitializeAsync()
    {
        _application = await SandboxApplication.StartAsync(
            new SandboxOptions
            {
                Port = 0,
                BotPort = 0,
                EnforceRates = true,
            }
        );
        _sandbox = new SandboxClient(_application.Address);
        await _sandbox.SignEverybodyInAsync();
    }

    public async Task DisposeAsync()
    {
        _sandbox.Dispose();
        await _application.DisposeAsync();
    }

    [Theory]
    [InlineData(1, "84 300,00 ₽")]
    [InlineData(2, "1 250 000,50 ₽")]
    [InlineData(3, "96 480,00 CNY")]
    public async Task Ready_made_request_goes_through_three_stages_and_every_card_follows(int sample, string amount)
    {
        var id = await _sandbox.SendSampleAsync(sample);
        await _sandbox.ApproveAsync(id, EnglishManager);
        var group = (long)(await ChatAsync("group"))["chatId"]!;
        var own = await _sandbox.MessageAsync(Initiator, "Ваша заявка согласована");
        Assert.Contains(amount, Spaces((string)own["text"]!), StringComparison.Ordinal);
        Assert.True((bool)own["edited"]!);
        await _sandbox.MessageAsync(EnglishManager, "Request approved");
        foreach (var chat in new[] { BudgetHolder, FinancialManager, Treasurer, group })
        {
            await _sandbox.MessageAsync(chat, "Заявка согласована");
        }
    }

    [Fact]
    public async Task Documents_come_to_the_group_and_on_demand_and_can_be_opened()
    {
        await _sandbox.SendSampleAsync(2);
        var group = (long)(await ChatAsync("group"))["chatId"]!;
        await _sandbox.MessageAsync(group, "На согласовании");
        Assert.Equal(3, await DocumentsAsync(group));
        await _sandbox.TapAsync(BudgetHolder, await FilesButtonAsync());
        var list = await _sandbox.MessageAsync(BudgetHolder, "Файлы заявки", "Прислать все (3)");
        await _sandbox.TapAsync(BudgetHolder, (long)list["messageId"]!, "Прислать все (3)");
        await Eventually.IsAsync(async () => await DocumentsAsync(BudgetHolder) == 3, () => "No files came.");
        var sent = (await _sandbox.GetAsync($"/sandbox/chats/{BudgetHolder}/messages"))
            .AsArray()
            .SelectMany(message => message!["documents"]!.AsArray())
            .First()!;
        var content = await _sandbox.DownloadAsync((string)sent["href"]!);
        Assert.Equal((int)sent["size"]!, content.Length);
    }

    [Fact]
    public async Task Rejection_takes_its_reason_from_the_reply_to_the_prompt()
    {
        var id = await _sandbox.SendSampleAsync(1);
        await _sandbox.TapAsync(BudgetHolder, "❌ Отклонить");
        await _sandbox.TapAsync(BudgetHolder, "✍️ Своя причина…");
        var prompt = await PromptAsync(BudgetHolder);
        await _sandbox.SayAsync(BudgetHolder, "Счёт выставлен <не нам> & дважды", prompt);
        await _sandbox.StatusAsync(id, "rejected");
        var stage = (await _sandbox.DocumentAsync(id))["route"]![0]!;
        Assert.Equal("Счёт выставлен <не нам> & дважды", (string)stage["comment"]!);
        await _sandbox.MessageAsync(Initiator, "Счёт выставлен <не нам> & дважды");
    }

    [Fact]
    public async Task Two_approvers_at_once_make_one_decision_and_the_other_learns_who_won()
    {
        var id = await _sandbox.SendSampleAsync(1);
        await _sandbox.TapAsync(BudgetHolder, Approve);
        var first = await _sandbox.MessageAsync(FinancialManager, "Нужно ваше решение", Approve);
        var second = await _sandbox.MessageAsync(EnglishManager, "Your decision is needed", "✅ Approve");
        var answers = await Task.WhenAll(
            _sandbox.TapAsync(FinancialManager, (long)first["messageId"]!, Approve),
            _sandbox.TapAsync(EnglishManager, (long)second["messageId"]!, "✅ Approve")
        );
        Assert.Single(
            answers,
            answer =>
                answer!.Contains("Кузнецова", StringComparison.Ordinal)
                || answer.Contains("Миллер", StringComparison.Ordinal)
        );
        await _sandbox.TapAsync(Treasurer, Approve);
        await _sandbox.StatusAsync(id, "approved");
        var decisions = (await _sandbox.DocumentAsync(id))["log"]!
            .AsArray()
            .Where(entry => (string?)entry!["kind"] is "decision");
        Assert.Equal(3, decisions.Count());
    }

    [Theory]
    [InlineData("""{"telegram":{"status":429,"retryAfter":1,"times":3}}""")]
    [InlineData("""{"telegram":{"status":500,"times":3}}""")]
    public async Task Broken_telegram_heals_by_itself(string faults)
    {
        await _sandbox.FaultsAsync((JsonObject)JsonNode.Parse(faults)!);
        var id = await _sandbox.SendSampleAsync(1);
        await _sandbox.ApproveAsync(id);
        await _sandbox.MessageAsync(Initiator, "Ваша заявка согласована");
        Assert.Empty((await _sandbox.GetAsync("/sandbox/faults"))["telegram"]!.AsArray());
    }

    [Fact]
    public async Task Absent_erp_keeps_decisions_waiting_and_they_arrive_when_it_is_back()
    {
        var id = await _sandbox.SendSampleAsync(1);
        await _sandbox.FaultsAsync(new JsonObject { ["erp"] = new JsonObject { ["down"] = true } });
        await _sandbox.TapAsync(BudgetHolder, Approve);
        await Eventually.IsAsync(
            async () =>
                (await _sandbox.DocumentAsync(id))["log"]!.AsArray().Any(entry => (int?)entry!["status"] == 503),
            () => "The ERP was not called."
        );
        Assert.Equal("current", (string)(await _sandbox.DocumentAsync(id))["route"]![0]!["state"]!);
        await _sandbox.FaultsAsync(new JsonObject { ["erp"] = new JsonObject { ["down"] = false } });
        await _sandbox.TapAsync(FinancialManager, Approve);
        await _sandbox.TapAsync(Treasurer, Approve);
        await _sandbox.StatusAsync(id, "approved");
    }

    [Fact]
    public async Task Person_who_blocked_the_bot_gets_the_card_after_letting_it_in_again()
    {
        await _sandbox.FaultsAsync(new JsonObject { ["blocked"] = new JsonArray(BudgetHolder) });
        var id = await _sandbox.SendSampleAsync(1);
        await _sandbox.MessageAsync(Initiator, "84");
        Assert.Empty((await _sandbox.GetAsync($"/sandbox/chats/{BudgetHolder}/messages")).AsArray());
        await _sandbox.FaultsAsync(new JsonObject { ["blocked"] = new JsonArray() });
        await _sandbox.ApproveAsync(id);
    }

    [Fact]
    public async Task Reset_brings_back_the_start_and_the_chain_works_anew()
    {
        await _sandbox.SendSampleAsync(1);
        await _sandbox.MessageAsync(BudgetHolder, "Нужно ваше решение");
        Assert.Null(await _sandbox.PostAsync("/sandbox/reset", new JsonObject()));
        Assert.Empty((await _sandbox.GetAsync($"/sandbox/chats/{BudgetHolder}/messages")).AsArray());
        Assert.Empty((await _sandbox.GetAsync("/sandbox/erp/requests")).AsArray());
        Assert.All(await _sandbox.PeopleAsync(), person => Assert.False((bool)person!["signedIn"]!));
        await _sandbox.SignEverybodyInAsync();
        await _sandbox.ApproveAsync(await _sandbox.SendSampleAsync(1));
    }

    private static string Spaces(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private async Task<JsonNode> ChatAsync(string role) =>
        (await _sandbox.ChatsAsync()).First(chat =>
            string.Equals((string?)chat!["role"], role, StringComparison.Ordinal)
        )!;

    private async Task<int> DocumentsAsync(long chatId) =>
        (await _sandbox.GetAsync($"/sandbox/chats/{chatId}/messages"))
            .AsArray()
            .Sum(message => message!["documents"]!.AsArray().Count);

    private async Task<long> PromptAsync(long chatId)
    {
        var prompt = 0L;
        await Eventually.IsAsync(
            async () =>
            {
                var messages = (await _sandbox.GetAsync($"/sandbox/chats/{chatId}/messages")).AsArray();
                prompt = (long?)messages.LastOrDefault(message => (bool)message!["forceReply"]!)?["messageId"] ?? 0;
                return prompt > 0;
            },
            () => "The bot did not ask for the reason."
        );
        return prompt;
    }

    /// <summary>The label of the button that asks for the files, once the bot has them all.</summary>
    private async Task<string> FilesButtonAsync()
    {
        string? label = null;
        await Eventually.IsAsync(
            async () =>
            {
                var card = await _sandbox.MessageAsync(BudgetHolder, "Нужно ваше решение", Approve);
                label = card["buttons"]!
                    .AsArray()
                    .SelectMany(row => row!.AsArray())
                    .Select(button => (string)button!["text"]!)
                    .FirstOrDefault(text => text.StartsWith("📎", StringComparison.Ordinal));
                return label is not null;
            },
            () => "The card offers no files."
        );
        return label!;
    }
}

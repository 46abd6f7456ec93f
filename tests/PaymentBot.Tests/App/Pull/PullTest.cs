using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Functions.Timers;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Pull;

/// <summary>A bot whose ERP fetches decisions, and that ERP's calls.</summary>
public abstract class PullTest : BotTest
{
    private protected static readonly Dictionary<string, string?> PullSettings = new(StringComparer.Ordinal)
    {
        ["Erp:Mode"] = "Pull",
        ["Erp:DecisionUrl"] = null,
    };

    internal override HarnessOptions Options { get; } = new() { Settings = PullSettings };

    private protected Task<ErpReply> PollAsync(string query = "") =>
        Bot.Erp.SendAsync(HttpMethod.Get, $"/api/erp/decisions{query}", [], null);

    private protected Task<ErpReply> AckAsync(params IEnumerable<JsonObject> acks) =>
        Bot.Erp.SendAsync(
            HttpMethod.Post,
            "/api/erp/decisions/ack",
            Encoding.UTF8.GetBytes(
                new JsonObject { ["acks"] = new JsonArray([.. acks.Select(ack => ack.DeepClone())]) }.ToJsonString()
            ),
            null
        );

    /// <summary>What the ERP says of a decision it fetched: decided once, however often it comes.</summary>
    private protected JsonObject Decide(JsonNode cloudEvent)
    {
        var answer = Bot.Erp.StandIn.Apply((JsonObject)cloudEvent)!;
        answer["decisionId"] = IdOf(cloudEvent);
        return answer;
    }

    private protected static string IdOf(JsonNode cloudEvent) => (string)cloudEvent["data"]!["decisionId"]!;

    private protected static JsonArray Decisions(ErpReply reply)
    {
        Assert.True(reply.Status == 200, $"{reply.Status} {reply.Text}");
        return reply.Body!["decisions"]!.AsArray();
    }

    private protected static string Cursor(ErpReply reply) => (string)reply.Body!["cursor"]!;

    /// <summary>A request on which the budget holder has decided; the decision waits to be fetched.</summary>
    private protected async Task<string> DecidedAsync(string button = "Согласовать")
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, button);
        await Bot.SettleAsync();
        return id;
    }

    /// <summary>Fetches everything, decides it and acknowledges it.</summary>
    private protected async Task<int> WorkAsync()
    {
        var reply = await PollAsync();
        if (reply.Status == 204)
        {
            return 0;
        }

        var decisions = Decisions(reply);
        var acked = await AckAsync(decisions.Select(decision => Decide(decision!)));
        Assert.Equal((200, decisions.Count), (acked.Status, (int)acked.Body!["acknowledged"]!));
        await Bot.SettleAsync();
        return decisions.Count;
    }

    private protected Task HousekeepAsync() =>
        Bot.Services.GetRequiredService<HousekeepingFunction>().RunAsync(new TimerInfo(), CancellationToken.None);
}

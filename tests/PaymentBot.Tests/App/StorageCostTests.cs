using System.Globalization;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App;

/// <summary>What a tap, a card and a whole request cost in operations of the storage: the monthly cost in docs/azure.md is computed from these.</summary>
public sealed class StorageCostTests : BotTest
{
    private const int Few = 2;
    private const int Many = 22;

    /// <summary>Of a request with five people and a group, approved in three stages: at most so many.</summary>
    private const int Reads = 290;
    private const int Writes = 175;
    private const int Messages = 40;

    internal override HarnessOptions Options { get; } = new() { MorePeople = Company.Crowd(Many) };

    [Fact]
    public async Task Tap_that_decides_reads_five_times_and_writes_the_claim_and_two_jobs()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Tally.Take();

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");

        Assert.Equal(
            [
                ("insert Decisions", 1),
                ("put Decisions", 1),
                ("put Deliveries", 1),
                ("query Decisions", 1),
                ("read Cards", 1),
                ("read Dialogues", 1),
                ("read Links", 1),
                ("read Requests", 1),
            ],
            Bot.Tally.Take().Select(count => (count.Key, count.Value))
        );
    }

    [Fact]
    public async Task Tap_of_somebody_who_may_not_writes_nothing()
    {
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        Bot.Tally.Take();

        await Bot.Telegram.TapAsync(Treasurer.Telegram.Id, card, TelegramClerk.Data(card, "Согласовать"));

        Assert.All(Bot.Tally.Take().Keys, operation => Assert.Matches("^(read|query) ", operation));
    }

    [Fact]
    public async Task One_card_more_costs_three_inserts_one_update_and_one_message()
    {
        await AnnounceAsync(Many);
        var few = await AnnounceAsync(Few);
        var many = await AnnounceAsync(Many);

        double Each(string operation) =>
            (many.GetValueOrDefault(operation) - few.GetValueOrDefault(operation)) / (double)(Many - Few);
        Assert.Equal((1, 1, 1), (Each("insert Cards"), Each("insert Pending"), Each("upsert Search")));
        Assert.Equal(1, Each("replace Cards"));
        Assert.Equal(1, Each("put Deliveries"));
        Assert.Equal((0, 0), (Each("put Notifications"), Each("query Cards")));

        // The person is looked up for the ERP's answer, for the fan-out and for the sending.
        Assert.Equal(3, Each("read Links"));
        Assert.Equal((1, 1, 1), (Each("read Cards"), Each("read Requests"), Each("query Decisions")));

        // The chat's own row, and the bot's for a whole run of cards.
        Assert.InRange(Each("replace Slots"), 1, 1.2);
    }

    [Fact]
    public async Task Request_approved_in_three_stages_costs()
    {
        Bot.Tally.Take();
        var id = await Bot.AnnounceAsync();
        foreach (var person in (SandboxPerson[])[BudgetHolder, FinancialManager, Treasurer])
        {
            await Bot.Telegram.TapAsync(person, id, "Согласовать");
            await Bot.SettleAsync();
        }

        // How many slots one write hands out depends on what comes together, so the figures vary by a few.
        var counts = Bot.Tally.Take();
        int[] sums =
        [
            Sum(counts, "read ", "query "),
            Sum(counts, "insert ", "replace ", "upsert ", "delete "),
            Sum(counts, "put "),
        ];
        Assert.True(
            sums[0] is > Reads - 30 and <= Reads
                && sums[1] is > Writes - 30 and <= Writes
                && sums[2] is > Messages - 6 and <= Messages,
            string.Join(", ", sums)
        );
    }

    [Fact]
    public void Monthly_cost_is_computed_from_these_figures()
    {
        const int Requests = 20_000;
        const int OperationsOfAMessage = 3;
        var text = File.ReadAllText(Path.Combine(Built.Repository, "docs", "azure.md"));
        string[] told =
        [
            $"at most {Reads} reads and {Writes} writes of tables",
            $"{Messages} queue messages",
            string.Create(CultureInfo.InvariantCulture, $"| {Requests * (Reads + Writes):N0} | 0.00036"),
            string.Create(CultureInfo.InvariantCulture, $"| {Requests * Messages * OperationsOfAMessage:N0} | 0.004"),
            string.Create(CultureInfo.InvariantCulture, $"| {(Requests * (Messages + 7)) + 720 - 250_000:N0} | 0.40"),
        ];
        Assert.All(told, sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
    }

    private static int Sum(IReadOnlyDictionary<string, int> counts, params string[] kinds) =>
        counts
            .Where(count => kinds.Any(kind => count.Key.StartsWith(kind, StringComparison.Ordinal)))
            .Sum(count => count.Value);

    private async Task<IReadOnlyDictionary<string, int>> AnnounceAsync(int people)
    {
        Bot.Tally.Take();
        var snapshot = SampleRequests.Get(1);
        snapshot["route"] = new JsonArray(
            new JsonObject
            {
                ["stage"] = 1,
                ["role"] = "crowd",
                ["rule"] = "any",
                ["state"] = "current",
                ["approvers"] = new JsonArray([
                    .. Company
                        .Crowd(people)
                        .Select(person => new JsonObject
                        {
                            ["erpId"] = person.Erp.ErpId,
                            ["name"] = person.Erp.Name,
                            ["email"] = person.Erp.Email,
                        }),
                ]),
            }
        );
        Bot.Erp.Create(snapshot);
        await Bot.SettleAsync();
        return Bot.Tally.Take();
    }
}

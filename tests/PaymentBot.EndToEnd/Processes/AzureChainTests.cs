using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes;

/// <summary>The bot stands alone, and its state lies in a storage account.</summary>
public sealed class AzureChainTests
{
    private const string Approve = "✅ Согласовать";

    private static readonly long[] Approvers = [1002, 1003, 1005];

    [Theory]
    [InlineData(0)]
    [InlineData(290)]
    [InlineData(-290)]
    public async Task Request_is_approved_in_three_stages_whatever_the_bots_clock_says(int secondsWrong)
    {
        var clock = new ShiftedClock(TimeSpan.FromSeconds(secondsWrong));
        await using var application = await StartAsync(
            new BotProcess(services => services.AddSingleton<TimeProvider>(clock))
        );
        using var sandbox = new SandboxClient(application.Address);
        await sandbox.SignEverybodyInAsync();

        var id = await sandbox.SendSampleAsync(2);
        await sandbox.ApproveAsync(id);

        await sandbox.MessageAsync(1001, "Ваша заявка согласована");
        await sandbox.MessageAsync(SandboxPeople.TreasuryChatId, "Заявка согласована");
        AssertEachCardOnce(application);
    }

    [Fact]
    public async Task Two_bots_on_one_account_send_each_card_once_and_let_one_decision_stand()
    {
        var twins = new TwinBots();
        await using var application = await StartAsync(twins);
        var calls = new ConcurrentQueue<RecordedCall>();
        application.Telegram.Called += calls.Enqueue;
        using var sandbox = new SandboxClient(application.Address);
        await sandbox.SignEverybodyInAsync();
        string[] ids =
        [
            await sandbox.SendSampleAsync(1),
            await sandbox.SendSampleAsync(2),
            await sandbox.SendSampleAsync(3),
        ];
        foreach (var id in ids)
        {
            var number = (string)(await sandbox.DocumentAsync(id))["number"]!;
            await TapEverywhereAsync(sandbox, 1002, number);
            await sandbox.MessageAsync(1003, number, Approve);
            await TapEverywhereAsync(sandbox, 1003, number);
            await sandbox.MessageAsync(1005, number, Approve);
            await TapEverywhereAsync(sandbox, 1005, number);
            await sandbox.StatusAsync(id, "approved");
            Assert.Equal(
                3,
                application.Erp.Ledger.Read(id, document => document.Answers.Values.Where(IsApplied).ToList())!.Count
            );
        }

        await sandbox.MessageAsync(1001, "Ваша заявка согласована");
        AssertEachCardOnce(application);
        // They share the slots; but one may be late for its own, and the other come at its own time right after it.
        Assert.InRange(calls.Count(call => call.Status == 429), 0, calls.Count / 10);
    }

    private static bool IsApplied(JsonObject answer) => (string?)answer["outcome"] is "applied";

    /// <summary>A hasty finger: four taps on one button at once.</summary>
    private static async Task TapEverywhereAsync(SandboxClient sandbox, long userId, string number)
    {
        var message = (long)(await sandbox.MessageAsync(userId, number, Approve))["messageId"]!;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sandbox.TapAsync(userId, message, Approve)));
    }

    private static async Task<SandboxApplication> StartAsync(IBotUnderTest bot)
    {
        var account = await Azurite.NewAccountAsync();
        return await SandboxApplication.StartAsync(
            new SandboxOptions
            {
                Port = 0,
                BotPort = 0,
                EnforceRates = true,
                Bot = () => bot,
                BotSettings = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Storage:Provider"] = "AzureStorage",
                    ["AzureWebJobsStorage"] = account.ConnectionString,
                },
            }
        );
    }

    private static void AssertEachCardOnce(SandboxApplication application)
    {
        foreach (var chat in Approvers.Append(1001).Append(SandboxPeople.TreasuryChatId))
        {
            var cards = application
                .Telegram.World.Messages(chat)!
                .Where(message => message.ByBot && message.Text.Plain.Contains("Заявка", StringComparison.Ordinal))
                .GroupBy(message => message.Text.Plain.Split('\n')[0], StringComparer.Ordinal);
            Assert.All(cards, card => Assert.Single(card));
        }
    }
}

using System.Text;
using Azure.Storage.Queues;
using PaymentBot.Sandbox.Cloud.Azurite;
using PaymentBot.Sandbox.Cloud.FunctionsHost;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Hosting.Hosted;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosted;

/// <summary>The sandbox around the published bot, with a host whose times are short.</summary>
internal sealed class HostedWorld : IAsyncDisposable
{
    public const string Approve = "✅ Согласовать";

    /// <summary>The people of the sandbox by their chats.</summary>
    public const long Initiator = 1001;
    public const long BudgetHolder = 1002;
    public const long FinancialManager = 1003;
    public const long EnglishManager = 1004;
    public const long Treasurer = 1005;

    public static readonly FunctionsHostTimings Timings = new()
    {
        VisibilityTimeout = TimeSpan.FromSeconds(1),
        MaxPollingInterval = TimeSpan.FromMilliseconds(200),
    };

    private HostedWorld(SandboxApplication sandbox, HostedBot bot)
    {
        Sandbox = sandbox;
        Bot = bot;
        Page = new SandboxClient(sandbox.Address);
        Queues = new HostQueues(new QueueServiceClient(bot.Account.ConnectionString));
    }

    public SandboxApplication Sandbox { get; }

    public HostedBot Bot { get; }

    /// <summary>Plays people through the page's API.</summary>
    public SandboxClient Page { get; }

    public HostQueues Queues { get; }

    /// <summary>The instance with the public address.</summary>
    public FunctionsHostDouble Host => Bot.Instances[0];

    /// <summary>What host and bot wrote, for the message of a failed assertion.</summary>
    public string Story => string.Join('\n', Bot.Instances.SelectMany(host => host.Log.Records));

    public static SandboxOptions Options(HostedBot bot, bool erpPulls = false) =>
        new()
        {
            ErpPulls = erpPulls,
            Port = 0,
            BotPort = 0,
            Bot = () => bot,
            FunctionKey = HostedBot.FunctionKey,
            ErpRetry = (TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)),
            BotSettings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                // Longer than an answer takes to come on a busy machine: a card still on its way would be sent again.
                ["Delivery:UnknownGraceSeconds"] = "3",
                ["Delivery:FilesGraceSeconds"] = "1",
            },
        };

    public static async Task<HostedWorld> StartAsync(
        HostedFixture fixture,
        Func<AzuriteAccount>? account = null,
        FunctionsHostTimings? timings = null,
        bool signIn = true,
        bool erpPulls = false
    )
    {
        var bot = new HostedBot(
            new HostedBotOptions
            {
                PublishFolder = fixture.PublishFolder,
                NewAccount = account ?? fixture.Azurite.NewAccount,
                Timings = timings ?? Timings,
            }
        );
        var world = new HostedWorld(await SandboxApplication.StartAsync(Options(bot, erpPulls)), bot);
        if (signIn)
        {
            await world.Page.SignEverybodyInAsync();
        }

        return world;
    }

    /// <summary>Puts a message as an older bot, or anybody, would.</summary>
    public async Task SendAsync(string queue, string text, bool encode = true)
    {
        await Queues.CreateQueueIfNotExistsAsync(queue, CancellationToken.None);
        await Queues.SendMessageAsync(queue, encode ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : text);
    }

    /// <summary>Completes when the queue holds this many messages.</summary>
    public Task CountAsync(string queue, int count) =>
        Eventually.IsAsync(
            async () => await Queues.GetApproximateMessagesCountAsync(queue) == count,
            () => $"{queue} does not come to {count}:\n{Story}"
        );

    /// <summary>Completes when the condition holds; looks again and again.</summary>
    public Task UntilAsync(Func<bool> condition, string complaint) =>
        Eventually.IsAsync(() => Task.FromResult(condition()), () => $"{complaint}\n{Story}");

    /// <summary>Approves a request in all its stages, and looks whether every card says so.</summary>
    public async Task FinishAsync(string id)
    {
        try
        {
            await Page.ApproveAsync(id);
            await Page.MessageAsync(Initiator, "Ваша заявка согласована");
            foreach (var chat in new[] { BudgetHolder, FinancialManager, Treasurer })
            {
                await Page.MessageAsync(chat, "Заявка согласована");
            }
        }
        catch (Exception failed)
        {
            throw new InvalidOperationException($"{failed.Message}\n{Story}", failed);
        }
    }

    /// <summary>Every stage was decided once, and everybody has one card of the request.</summary>
    public async Task AssertNothingIsDoubledAsync(string id, params IEnumerable<long> chats)
    {
        var document = await Page.DocumentAsync(id);
        var decisions = document["log"]!
            .AsArray()
            .Where(entry => (string?)entry!["kind"] is "decision")
            .Select(entry => (string)entry!["detail"]!)
            .ToList();
        Assert.Equal(3, decisions.Count(detail => detail.StartsWith("applied:", StringComparison.Ordinal)));
        Assert.All(decisions, detail => Assert.Matches("^(applied|repeated):", detail));
        var number = Sandbox.Erp.Ledger.Read(id, entry => (string)entry.Snapshot["number"]!)!;
        foreach (var chat in chats)
        {
            await UntilAsync(() => Cards(chat, number).Count > 0, $"No card of {number} in {chat}");
        }

        foreach (var chat in chats)
        {
            var cards = Cards(chat, number);
            Assert.True(cards.Count == 1, $"{cards.Count} cards in {chat}:\n{string.Join('\n', cards)}\n{Story}");
        }
    }

    /// <summary>Nothing was given up.</summary>
    public async Task AssertNoPoisonAsync()
    {
        foreach (var queue in new[] { "notifications", "deliveries", "decisions" })
        {
            Assert.True(await Queues.GetApproximateMessagesCountAsync($"{queue}-poison") is null or 0, Story);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Page.Dispose();
        await Sandbox.DisposeAsync();
    }

    private List<ChatMessage> Cards(long chat, string number) =>
        [
            .. Sandbox
                .Telegram.World.Messages(chat)!
                .Where(message => message.ByBot && message.Text.Plain.Contains(number, StringComparison.Ordinal)),
        ];
}

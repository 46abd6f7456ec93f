using System.Collections.Concurrent;
using System.Globalization;
using PaymentBot.Functions.Commands;
using PaymentBot.Functions.StandAlone;
using PaymentBot.Sandbox;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Testing;
using PaymentBot.Testing.Schema;

namespace PaymentBot.EndToEnd.Processes;

/// <summary>Stand-ins, a folder and settings for a bot that runs as a process of its own. Every call to Telegram is held against the schema.</summary>
internal sealed class BotWorld : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _violations = new();

    private BotWorld(TelegramStandIn telegram, ErpStandIn erp, ErpStandInOptions keys)
    {
        Telegram = telegram;
        Erp = erp;
        Folder = Directory.CreateTempSubdirectory("paymentbot-test-").FullName;
        Url = $"http://127.0.0.1:{FreePort.Choose(0, "--urls")}";
        Settings = new BotSettings(Url, Path.Combine(Folder, "bot.db"), telegram, erp, keys).ToConfiguration();
        erp.BotUrl = new Uri(Url);
        telegram.Called += Validate;
    }

    public TelegramStandIn Telegram { get; }

    public ErpStandIn Erp { get; }

    public string Folder { get; }

    /// <summary>Where the bot is to listen.</summary>
    public string Url { get; }

    public Uri Health => new(new Uri(Url), "/api/health");

    /// <summary>The bot's environment, with <c>:</c> between the parts.</summary>
    public Dictionary<string, string?> Settings { get; }

    /// <summary>A world with the people of the sandbox.</summary>
    public static Task<BotWorld> StartAsync() =>
        StartAsync(
            [.. SandboxPeople.All.Select(person => person.Telegram)],
            [.. SandboxPeople.All.Select(person => person.Erp)]
        );

    public static async Task<BotWorld> StartAsync(IReadOnlyList<TelegramUser> users, IReadOnlyList<ErpPerson> people)
    {
        var telegramOptions = new TelegramStandInOptions { Users = users, Groups = [SandboxPeople.Treasury] };
        var erpOptions = new ErpStandInOptions
        {
            People = people,
            FirstRetry = TimeSpan.FromMilliseconds(100),
            LongestRetry = TimeSpan.FromMilliseconds(500),
        };
        var telegram = await TelegramStandIn.StartAsync(telegramOptions, TimeProvider.System);
        return new BotWorld(telegram, await ErpStandIn.StartAsync(erpOptions, TimeProvider.System), erpOptions);
    }

    /// <summary>Starts the bot with the settings of this world.</summary>
    public ProgramProcess StartBot(params string[] arguments) =>
        ProgramProcess.Start(Built.Bot, arguments.Length > 0 ? arguments : ["--urls", Url], Settings, Folder);

    /// <summary>Starts the bot and completes when it answers.</summary>
    public async Task<ProgramProcess> StartReadyBotAsync()
    {
        var bot = StartBot();
        await bot.WaitForAnswerAsync(Health);
        return bot;
    }

    /// <summary>Runs one of the operator's commands to its end.</summary>
    public Task<ProgramProcess.Finished> CommandAsync(params string[] arguments) =>
        ProgramProcess.RunAsync(Built.Bot, arguments, Settings, Folder);

    /// <summary>Ties everybody to their ERP person by the command line.</summary>
    public async Task LinkEverybodyAsync()
    {
        foreach (var person in SandboxPeople.All)
        {
            var done = await CommandAsync(
                "link",
                "add",
                "--telegram",
                person.Telegram.Id.ToString(CultureInfo.InvariantCulture),
                "--erp",
                person.Erp.ErpId,
                "--language",
                person.Telegram.LanguageCode
            );
            Assert.True(done.ExitCode == 0, done.Errors);
        }
    }

    /// <summary>Ties people to the ERP in the store, without a process for each.</summary>
    public async Task LinkInsideAsync(IEnumerable<SandboxPerson> people)
    {
        await using var bot = BotHost.Build(Settings, Url);
        foreach (var person in people)
        {
            await LinkAdministration.AddAsync(
                bot.Services,
                person.Telegram.Id,
                person.Erp.ErpId,
                person.Telegram.LanguageCode,
                CancellationToken.None
            );
        }
    }

    /// <summary>Makes Telegram call the bot, at once and again if it did before.</summary>
    public void CallWebhook()
    {
        Telegram.SetWebhook(null);
        Telegram.SetWebhook(new WebhookSettings($"{Url}/api/telegram/webhook", BotSettings.WebhookSecret));
    }

    /// <summary>Completes when the condition holds; it is looked at after every change of either stand-in.</summary>
    public async Task WaitForAsync(Func<bool> condition, Func<string> complaint)
    {
        var holds = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(SandboxChange change)
        {
            if (condition())
            {
                holds.TrySetResult();
            }
        }

        Telegram.Changes.Changed += Look;
        Erp.Changes.Changed += Look;
        try
        {
            Look(new SandboxChange("test"));
            await holds.Task.WaitAsync(Eventually.Limit);
        }
        catch (TimeoutException)
        {
            Assert.Fail(complaint());
        }
        finally
        {
            Telegram.Changes.Changed -= Look;
            Erp.Changes.Changed -= Look;
        }
    }

    /// <summary>The newest message of the bot in a chat that contains the text, or null.</summary>
    public ChatMessage? LastMessage(long chatId, string text) =>
        Telegram
            .World.Messages(chatId)!
            .LastOrDefault(message => message.ByBot && message.Text.Plain.Contains(text, StringComparison.Ordinal));

    /// <summary>The number of a request, which every card of it shows.</summary>
    public string NumberOf(string requestId) =>
        Erp.Ledger.Read(requestId, document => (string)document.Snapshot["number"]!)!;

    /// <summary>Nothing that was sent to Telegram breaks its rules.</summary>
    public void AssertEveryCallWasValid() => Assert.Empty(_violations);

    public async ValueTask DisposeAsync()
    {
        Telegram.Called -= Validate;
        await Telegram.DisposeAsync();
        await Erp.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private void Validate(RecordedCall call)
    {
        foreach (var violation in BotApiValidator.Validate(call.Method, Recorded.Request(call)))
        {
            _violations.Enqueue($"{call.Method}: {violation}");
        }
    }
}

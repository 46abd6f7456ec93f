using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentBot.Bot.Telegram;
using PaymentBot.Functions.Commands;
using PaymentBot.Functions.StandAlone;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite;
using PaymentBot.Testing;

namespace PaymentBot.Tests.App.Support;

/// <summary>
/// The whole bot between stand-ins on one manual clock. Tests enter by HTTP and by the operator's commands, and look at what chats and the ERP
/// show. Its end proves that every request to Telegram kept the schema and that no log line held what it must not.
/// </summary>
internal sealed class BotHarness : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _switched = new(StringComparer.Ordinal);
    private readonly HarnessOptions _options;
    private readonly string _folder = Directory.CreateTempSubdirectory("paymentbot-app-").FullName;
    private WebApplication? _bot;

    private BotHarness(HarnessOptions options) => _options = options;

    public ManualTimeProvider Clock { get; } = new();

    public DateTimeOffset Now => Clock.GetUtcNow();

    public ErpStandInOptions ErpOptions { get; private set; } = null!;

    public ErpClerk Erp { get; private set; } = null!;

    public TelegramClerk Telegram { get; private set; } = null!;

    public QueueDriver Queues { get; private set; } = null!;

    public CapturedLogs Logs { get; } = new();

    /// <summary>More that may not stand in a log: tickets, codes, tokens.</summary>
    public ConcurrentBag<string> Secrets { get; } = [];

    public LostAnswers Lost { get; } = new();

    public StorageSwitch Storage { get; } = new();

    public StorageTally Tally { get; } = new();

    public Uri BotUrl { get; private set; } = null!;

    public IServiceProvider Services => _bot!.Services;

    private string DatabaseFile => Path.Combine(_folder, "bot.db");

    private IEnumerable<SandboxPerson> People => [.. SandboxPeople.All, .. _options.MorePeople];

    public static async Task<BotHarness> StartAsync(HarnessOptions? options = null)
    {
        var harness = new BotHarness(options ?? new HarnessOptions());
        await harness.StartStandInsAsync();
        await harness.StartBotAsync();
        foreach (var person in harness._options.LinkEverybody ? harness.People : [])
        {
            await harness.LinkAsync(person);
        }

        return harness;
    }

    public Task LinkAsync(SandboxPerson person) => LinkAsync(person.Telegram, person.Erp.ErpId);

    public Task LinkAsync(TelegramUser user, string erpId) =>
        LinkAdministration.AddAsync(Services, user.Id, erpId, user.LanguageCode, CancellationToken.None);

    public Task UnlinkAsync(SandboxPerson person) =>
        LinkAdministration.RemoveAsync(Services, person.Telegram.Id, CancellationToken.None);

    /// <summary>Announces a new document of the ERP and lets everything come to rest.</summary>
    public async Task<string> AnnounceAsync(int sample = 1)
    {
        var id = Erp.Create(sample);
        await SettleAsync();
        return id;
    }

    public Task SettleAsync() => Queues.RunUntilIdleAsync();

    /// <summary>Sets a setting that holds from the next start on.</summary>
    public void Override(string key, string value) => _switched[key] = value;

    /// <summary>Settings that differ from the next start on.</summary>
    public void Switch(IReadOnlyDictionary<string, string?> settings)
    {
        foreach (var (key, value) in settings)
        {
            _switched[key] = value;
        }
    }

    /// <summary>Ends the bot and starts it again on the same file.</summary>
    public async Task RestartAsync()
    {
        await StopBotAsync();
        await StartBotAsync();
    }

    /// <summary>Ends the bot and starts it on a copy of another bot's file.</summary>
    public async Task RestartOnAsync(string file)
    {
        await StopBotAsync();
        foreach (var own in Directory.GetFiles(_folder, "bot.db*"))
        {
            File.Delete(own);
        }

        File.Copy(file, DatabaseFile);
        await StartBotAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await Telegram.StandIn.DisposeAsync();
        await Erp.StandIn.DisposeAsync();
        Telegram.Dispose();
        Erp.Dispose();
        Directory.Delete(_folder, recursive: true);
        Assert.Empty(Telegram.Tape.Violations);
        Assert.Empty(Leaks());
    }

    private async Task StartStandInsAsync()
    {
        ErpOptions = new ErpStandInOptions { People = [.. People.Select(person => person.Erp)] };
        var telegramOptions = new TelegramStandInOptions
        {
            Users = [.. People.Select(person => person.Telegram), Company.Operator, Company.Stranger.Telegram],
            Groups = [SandboxPeople.Treasury, SandboxPeople.Finance, .. _options.MoreGroups],
            EnforceRates = _options.EnforceRates,
        };
        var telegram = await TelegramStandIn.StartAsync(telegramOptions, Clock);
        Telegram = new TelegramClerk(this, telegram, telegramOptions);
        telegram.Called += Telegram.Tape.Add;
        Erp = new ErpClerk(this, await ErpStandIn.StartAsync(ErpOptions, Clock));
        Queues = new QueueDriver(this);
    }

    private async Task StartBotAsync()
    {
        const string anyPort = "http://127.0.0.1:0";
        var settings = new BotSettings(
            anyPort,
            DatabaseFile,
            Telegram.StandIn,
            Erp.StandIn,
            ErpOptions
        ).ToConfiguration();
        settings["Bot:OperatorChatId"] = $"{Company.OperatorId}";
        foreach (var (key, value) in _options.Settings.Concat(_switched))
        {
            settings[key] = value;
        }

        _bot = BotHost.Build(settings, anyPort, Replace);
        await _bot.StartAsync();
        BotUrl = new Uri(_bot.Urls.First());
    }

    private void Replace(IServiceCollection services)
    {
        services.RemoveAll<IHostedService>();
        services.RemoveAll<ILoggerProvider>();
        services.AddSingleton<ILoggerProvider>(Logs);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<TelegramHandlerFactory>(() => new LossyTelegram(Lost));
        services.AddSingleton(provider => new FlakyStorage(
            provider.GetRequiredService<SqliteDatabase>().Tables,
            provider.GetRequiredService<SqliteDatabase>().QueueSender,
            Storage,
            Tally
        ));
        services.AddSingleton<ITableStore>(provider => provider.GetRequiredService<FlakyStorage>());
        services.AddSingleton<IQueueSender>(provider => provider.GetRequiredService<FlakyStorage>());
        _options.Services?.Invoke(services);
    }

    private async Task StopBotAsync()
    {
        if (_bot is { } bot)
        {
            _bot = null;
            await bot.StopAsync();
            await bot.DisposeAsync();
        }
    }

    private IEnumerable<string> Leaks()
    {
        string[] secrets =
        [
            Telegram.StandIn.BotToken,
            Telegram.StandIn.BotToken.Split(':')[1],
            BotSettings.WebhookSecret,
            ErpOptions.InboundKey,
            ErpOptions.OutboundKey,
            .. Secrets,
            .. Erp.Confidential.Distinct().Where(text => text.Length >= 8),
        ];
        return Logs.Lines.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }
}

using System.Globalization;
using PaymentBot.Sandbox.Api;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Google;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>The bot between its stand-ins, with a page and a JSON API to play all the people.</summary>
internal sealed class SandboxApplication : IAsyncDisposable
{
    private readonly SandboxOptions _options;
    private readonly ErpStandInOptions _erpKeys;
    private readonly IBotUnderTest _bot;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _server;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _stores;

    private SandboxApplication(
        SandboxOptions options,
        TelegramStandIn telegram,
        ErpStandIn erp,
        ErpStandInOptions erpKeys
    )
    {
        _options = options;
        _erpKeys = erpKeys;
        Telegram = telegram;
        Erp = erp;
        Google = StandInCompany.GoogleOf(options);
        BotUrl = string.Create(
            CultureInfo.InvariantCulture,
            $"http://127.0.0.1:{FreePort.Choose(options.BotPort, "--bot-port")}"
        );
        _server = LoopbackServer.Create(FreePort.Choose(options.Port, "--port"));
        _bot = options.Bot?.Invoke() ?? new BotProcess(services => services.AddSingleton<TimeProvider>(options.Clock));
        UtcOffset = erpKeys.UtcOffset;
        _folder = new TemporaryFolder(options.TemporaryFolder);
    }

    /// <summary>The page.</summary>
    public Uri Address { get; private set; } = null!;

    public string BotUrl { get; }

    public TelegramStandIn Telegram { get; }

    public ErpStandIn Erp { get; }

    public GoogleStandIn Google { get; }

    /// <summary>The clock, if the bot goes by it too and it can be set; else null.</summary>
    public SandboxClock? Clock => _options.Bot is null ? _options.Clock : null;

    /// <summary>Now, as the stand-ins take it.</summary>
    public DateTimeOffset Now => _options.Clock.GetUtcNow();

    /// <summary>The company's offset from UTC.</summary>
    public TimeSpan UtcOffset { get; }

    /// <summary>Completes when the bot runs; fails when it could not start.</summary>
    public Task Ready => _ready.Task;

    /// <summary>What the running bot was given.</summary>
    public BotSettings Settings { get; private set; } = null!;

    /// <exception cref="SandboxException">A port is taken.</exception>
    public static async Task<SandboxApplication> StartAsync(
        SandboxOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var erpOptions = StandInCompany.ErpOf(options);
        var telegram = await TelegramStandIn.StartAsync(
            StandInCompany.TelegramOf(options),
            options.Clock,
            cancellationToken
        );
        var erp = await ErpStandIn.StartAsync(erpOptions, options.Clock, cancellationToken);
        SandboxApplication? sandbox = null;
        try
        {
            sandbox = new SandboxApplication(options, telegram, erp, erpOptions);
            await sandbox.RunAsync(cancellationToken);
            return sandbox;
        }
        catch
        {
            await (sandbox?.DisposeAsync() ?? DisposeAsync(telegram, erp));
            throw;
        }
    }

    /// <summary>Brings everything back to the start: the bot begins with an empty store behind the same address.</summary>
    public Task ResetAsync(CancellationToken cancellationToken) => ResetAsync(Erp.Pulls, cancellationToken);

    /// <summary>Brings everything back to the start, with an ERP that fetches decisions or one that gets them posted.</summary>
    public async Task ResetAsync(bool erpPulls, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await _bot.StopAsync(cancellationToken);
            await Erp.SetPullsAsync(erpPulls, cancellationToken);
            Erp.Reset();
            Telegram.Reset();
            Google.Reset();
            _options.Clock.Reset();
            await StartBotAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ties everybody who is not yet, without Google.</summary>
    public async Task SignEverybodyInAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var linked = await _bot.LinkedAsync(cancellationToken);
            foreach (var (telegram, erp) in SandboxPeople.All)
            {
                if (!string.Equals(linked?.GetValueOrDefault(telegram.Id), erp.ErpId, StringComparison.Ordinal))
                {
                    await _bot.LinkAsync(telegram.Id, erp.ErpId, telegram.LanguageCode, cancellationToken);
                    Telegram.Changes.Publish(new SandboxChange("person", telegram.Id));
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>ERP ids by Telegram user, or null when nobody can tell.</summary>
    public async Task<IReadOnlyDictionary<long, string>?> SignedInAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await _bot.LinkedAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Completes at Ctrl+C or SIGTERM.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) =>
        _server.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _ready.TrySetCanceled(CancellationToken.None);
        await _server.DisposeAsync();
        await _bot.StopAsync(CancellationToken.None);
        await Google.DisposeAsync();
        await DisposeAsync(Telegram, Erp);
        _turn.Dispose();
        _folder.Dispose();
    }

    private static async ValueTask DisposeAsync(TelegramStandIn telegram, ErpStandIn erp)
    {
        await telegram.DisposeAsync();
        await erp.DisposeAsync();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        // The page's address is part of the bot's settings, so the page listens first; but whoever reaches it waits until the bot runs.
        SandboxApi.Map(_server, this, _options.TapTimeout);
        Address = await LoopbackServer.StartAsync(_server, cancellationToken);
        Google.Address = Address;
        await StartBotAsync(cancellationToken);
        _ready.TrySetResult();
    }

    private async Task StartBotAsync(CancellationToken cancellationToken)
    {
        var store = string.Create(CultureInfo.InvariantCulture, $"bot-{++_stores}.db");
        Settings = new BotSettings(BotUrl, _folder.File(store), Telegram, Erp, _erpKeys, Google)
        {
            Overrides = _options.BotSettings,
        };
        Erp.BotUrl = new Uri(BotUrl);
        await _bot.StartAsync(Settings, cancellationToken);
        await Erp.AnnouncePeopleAsync(cancellationToken);
    }
}

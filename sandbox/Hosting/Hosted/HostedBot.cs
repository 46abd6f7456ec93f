using PaymentBot.Functions.Commands;
using PaymentBot.Functions.StandAlone;
using PaymentBot.Sandbox.Cloud.Azurite;
using PaymentBot.Sandbox.Cloud.FunctionsHost;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

namespace PaymentBot.Sandbox.Hosting.Hosted;

/// <summary>The published bot behind the double of the Functions host, with its state in Azurite.</summary>
/// <param name="options">Where everything is.</param>
internal sealed class HostedBot(HostedBotOptions options) : IBotUnderTest
{
    /// <summary>The host key: what the ERP shows to call the functions of level <c>function</c>.</summary>
    public const string FunctionKey = "sandbox-function-key";

    /// <summary>The master key.</summary>
    public const string MasterKey = "sandbox-master-key";

    private readonly List<FunctionsHostDouble> _instances = [];
    private WebApplication? _operator;

    /// <summary>The instances, the first of which has the public address.</summary>
    public IReadOnlyList<FunctionsHostDouble> Instances => _instances;

    /// <summary>The storage account of the present start.</summary>
    public AzuriteAccount Account { get; private set; } = null!;

    /// <summary>The app settings, with <c>__</c> between the parts.</summary>
    public IReadOnlyDictionary<string, string> AppSettings { get; private set; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What an operator's commands work with: the bot's services over the same account.</summary>
    public IServiceProvider Services => _operator!.Services;

    public async Task StartAsync(BotSettings settings, CancellationToken cancellationToken)
    {
        Account = options.NewAccount();
        var configuration = Configure(settings);
        AppSettings = configuration
            .Where(setting => setting.Value is not null)
            .ToDictionary(
                setting => setting.Key.Replace(":", "__", StringComparison.Ordinal),
                setting => setting.Value!,
                StringComparer.Ordinal
            );
        // Not started: only the services are used, as an operator's commands use them.
        _operator = BotHost.Build(configuration, settings.Url);
        await AddInstanceAsync(new Uri(settings.Url).Port, cancellationToken);
        await WebhookAdministration.SetAsync(_operator.Services, null, cancellationToken);
    }

    /// <summary>Scales out: starts one more instance on the same account.</summary>
    /// <param name="port">Where it listens, 0 for any free port.</param>
    /// <exception cref="SandboxException">It does not start; the message says why.</exception>
    public async Task<FunctionsHostDouble> AddInstanceAsync(int port = 0, CancellationToken cancellationToken = default)
    {
        try
        {
            var instance = await FunctionsHostDouble.StartAsync(
                new FunctionsHostOptions
                {
                    PublishFolder = options.PublishFolder,
                    AppSettings = AppSettings,
                    Port = port,
                    Keys = new FunctionKeys { Host = FunctionKey, Master = MasterKey },
                    Timings = options.Timings,
                },
                cancellationToken
            );
            instance.Log.Written += Write;
            _instances.Add(instance);
            return instance;
        }
        catch (FunctionsHostException problem)
        {
            throw new SandboxException(problem.Message);
        }
    }

    public Task LinkAsync(
        long telegramUserId,
        string erpId,
        string? languageCode,
        CancellationToken cancellationToken
    ) => LinkAdministration.AddAsync(_operator!.Services, telegramUserId, erpId, languageCode, cancellationToken);

    public async Task<IReadOnlyDictionary<long, string>?> LinkedAsync(CancellationToken cancellationToken)
    {
        var linked = new Dictionary<long, string>();
        await foreach (var link in LinkAdministration.ListAsync(_operator!.Services, cancellationToken))
        {
            linked[link.TelegramUserId] = link.ErpId.Value;
        }

        return linked;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        _instances.Clear();
        if (_operator is { } services)
        {
            _operator = null;
            await services.DisposeAsync();
        }
    }

    private Dictionary<string, string?> Configure(BotSettings settings)
    {
        var configuration = settings.ToConfiguration();
        configuration.Remove("Storage:SqlitePath");
        configuration["Storage:Provider"] = "AzureStorage";
        configuration["AzureWebJobsStorage"] = Account.ConnectionString;
        foreach (var (key, value) in settings.Overrides)
        {
            configuration[key] = value;
        }

        return configuration;
    }

    private void Write(HostLogRecord record) => options.Write?.Invoke(record.ToString());
}

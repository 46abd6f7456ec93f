using PaymentBot.Functions.Commands;
using PaymentBot.Functions.StandAlone;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>The real bot, in this process.</summary>
/// <param name="services">Changes its services, or null.</param>
internal sealed class BotProcess(Action<IServiceCollection>? services = null) : IBotUnderTest
{
    private WebApplication? _bot;

    public async Task StartAsync(BotSettings settings, CancellationToken cancellationToken)
    {
        _bot = BotHost.Build(settings.ToConfiguration(), settings.Url, services);
        await _bot.StartAsync(cancellationToken);
        await WebhookAdministration.SetAsync(_bot.Services, null, cancellationToken);
    }

    public Task LinkAsync(
        long telegramUserId,
        string erpId,
        string? languageCode,
        CancellationToken cancellationToken
    ) => LinkAdministration.AddAsync(_bot!.Services, telegramUserId, erpId, languageCode, cancellationToken);

    public async Task<IReadOnlyDictionary<long, string>?> LinkedAsync(CancellationToken cancellationToken)
    {
        var linked = new Dictionary<long, string>();
        await foreach (var link in LinkAdministration.ListAsync(_bot!.Services, cancellationToken))
        {
            linked[link.TelegramUserId] = link.ErpId.Value;
        }

        return linked;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_bot is { } bot)
        {
            _bot = null;
            await bot.StopAsync(cancellationToken);
            await bot.DisposeAsync();
        }
    }
}

using Microsoft.AspNetCore.Builder;
using PaymentBot.Functions.StandAlone;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.EndToEnd.Processes;

/// <summary>Two bots on one storage account: calls go to one of them, the work in the queues to either.</summary>
internal sealed class TwinBots : IBotUnderTest
{
    private readonly BotProcess _first = new();
    private WebApplication? _second;

    public async Task StartAsync(BotSettings settings, CancellationToken cancellationToken)
    {
        await _first.StartAsync(settings, cancellationToken);
        _second = BotHost.Build(settings.ToConfiguration(), "http://127.0.0.1:0");
        await _second.StartAsync(cancellationToken);
    }

    /// <summary>Where the second one answers.</summary>
    public Uri Second => new(_second!.Urls.First());

    public Task LinkAsync(
        long telegramUserId,
        string erpId,
        string? languageCode,
        CancellationToken cancellationToken
    ) => _first.LinkAsync(telegramUserId, erpId, languageCode, cancellationToken);

    public Task<IReadOnlyDictionary<long, string>?> LinkedAsync(CancellationToken cancellationToken) =>
        _first.LinkedAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _first.StopAsync(cancellationToken);
        if (_second is { } second)
        {
            _second = null;
            await second.StopAsync(cancellationToken);
            await second.DisposeAsync();
        }
    }
}

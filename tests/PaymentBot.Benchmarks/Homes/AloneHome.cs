using System.Net;
using PaymentBot.Benchmarks.Processes;
using PaymentBot.Storage;

namespace PaymentBot.Benchmarks.Homes;

/// <summary>The bot listens for itself.</summary>
/// <param name="name">For the tables.</param>
/// <param name="program">The bot.</param>
/// <param name="world">Its folder and its file, if it has one.</param>
/// <param name="store">The store, opened beside the bot while it does not run.</param>
/// <param name="clock">The clock.</param>
internal sealed class AloneHome(string name, BotProgram program, BotWorld world, IStore store, TimeProvider clock)
    : IHome
{
    private BotChild? _bot;

    public string Name => name;

    public ITableStore Tables => store.Tables;

    public IBlobStore Blobs => store.Blobs;

    public string ErpHeaders => string.Empty;

    public int ProcessId => _bot!.ProcessId;

    public async Task<IPEndPoint> StartAsync(string standIn)
    {
        await store.CloseAsync();
        _bot = BotChild.Start(program, world with { StandIn = standIn }, clock);
        return _bot.Address;
    }

    public async Task StopAsync()
    {
        if (_bot is { } bot)
        {
            _bot = null;
            await bot.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await store.CloseAsync();
    }
}

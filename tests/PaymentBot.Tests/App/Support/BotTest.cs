namespace PaymentBot.Tests.App.Support;

/// <summary>A test of the whole bot. The harness's own findings at its end are told beside the test's.</summary>
public abstract class BotTest : IAsyncLifetime
{
    private BotHarness? _bot;

    internal BotHarness Bot => _bot!;

    internal virtual HarnessOptions Options { get; } = new();

    public async Task InitializeAsync() => _bot = await BotHarness.StartAsync(Options);

    public async Task DisposeAsync()
    {
        if (_bot is { } bot)
        {
            _bot = null;
            await bot.DisposeAsync();
        }
    }

    internal async Task StartAnewAsync(HarnessOptions options)
    {
        await DisposeAsync();
        _bot = await BotHarness.StartAsync(options);
    }
}

using PaymentBot.Bot.Telegram;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Telegram;

/// <summary>A client on a recorded network, with a clock to move and a log to read.</summary>
internal sealed class TestBot : IDisposable
{
    public const string Token = "123456:AAbbCCdd-EEffGGhh_0123456789";

    public const string Secret = "AAbbCCdd-EEffGGhh_0123456789";

    public TestBot(TelegramClientOptions? options = null)
    {
        Telegram = new(Token);
        Client = new(options ?? new() { BotToken = Token }, Clock, Log, Telegram);
    }

    public ManualTimeProvider Clock { get; } = new();

    public CapturingLogger<TelegramClient> Log { get; } = new();

    public RecordingTelegram Telegram { get; }

    public TelegramClient Client { get; }

    public void Dispose() => Client.Dispose();
}
